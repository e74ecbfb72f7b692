// SPDX-License-Identifier: EUPL-1.2
#include "veer/report/labels.hpp"

namespace veer::report {

const std::string& in(Language language, const org::Text& text) {
  return language == Language::nl ? text.nl : text.en;
}

std::string_view label(Language language, sim::Row row) {
  static constexpr TextKey labels[sim::row_count] = {
      TextKey::row_work,          TextKey::row_rework,       TextKey::row_capacity,
      TextKey::row_decision,      TextKey::row_handover,     TextKey::row_coordination,
      TextKey::row_applicant,     TextKey::row_partner,      TextKey::row_unexplained,
      TextKey::row_outside_office_hours};
  return text(language, labels[static_cast<std::size_t>(row)]);
}

}  // namespace veer::report
