// SPDX-License-Identifier: EUPL-1.2
#include "veer/org/input.hpp"

#include <algorithm>

namespace veer::org {
namespace {

bool comes_before(const std::pair<std::string, double>& entry, const std::string& name) {
  return entry.first < name;
}

}  // namespace

std::string_view draw_address(const Input& input) {
  const std::string_view name = input.name;
  const auto slash = name.find('/');
  return slash == std::string_view::npos ? name : name.substr(slash + 1);
}

void DrawnInputs::set(const std::string& name, double value) {
  const auto at = std::lower_bound(values_.begin(), values_.end(), name, comes_before);
  if (at != values_.end() && at->first == name) {
    at->second = value;
  } else {
    values_.insert(at, std::make_pair(name, value));
  }
}

double DrawnInputs::operator()(const Input& input) const {
  const auto at = std::lower_bound(values_.begin(), values_.end(), input.name, comes_before);
  return at != values_.end() && at->first == input.name ? at->second : input.value;
}

}  // namespace veer::org
