// SPDX-License-Identifier: EUPL-1.2
#include "veer/org/mechanisms.hpp"

namespace veer::org {

std::vector<Input> Mechanisms::inputs() const {
  return {
#define VEER_MECHANISM_FIELD(name, unit) name,
      VEER_MECHANISMS(VEER_MECHANISM_FIELD)
#undef VEER_MECHANISM_FIELD
  };
}

Assumptions draw(const Mechanisms& mechanisms, const DrawnInputs& drawn) {
  Assumptions values;
#define VEER_MECHANISM_FIELD(name, unit) values.name = drawn(mechanisms.name);
  VEER_MECHANISMS(VEER_MECHANISM_FIELD)
#undef VEER_MECHANISM_FIELD
  return values;
}

}  // namespace veer::org
