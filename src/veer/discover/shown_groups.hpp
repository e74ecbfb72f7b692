// SPDX-License-Identifier: EUPL-1.2
// Which groups of people a report may name (DESIGN law 6): those of at least five people. Smaller
// ones are shown together, and not at all while even together they are fewer than five.
#pragma once

#include <cstddef>
#include <string>
#include <vector>

namespace veer::discover {

/// Exact: DESIGN law 6, no report shows a group smaller than five.
inline constexpr std::size_t smallest_group = 5;

/// Groups by number, as between_groups() takes them.
struct ShownGroups {
  std::vector<std::string> names;      ///< By number; 0 is "": the small groups together.
  std::vector<std::size_t> of_person;  ///< The number of each person's group.
  std::size_t groups = 0;              ///< As given.
  std::size_t small_groups = 0;        ///< Of these: under five people.
  std::size_t people_in_small = 0;

  /// True for the small groups when they are too few even together.
  [[nodiscard]] bool hides(std::size_t group) const {
    return group == 0 && people_in_small < smallest_group;
  }
};

/// group_of_person: the name of each person's group. Shown groups are ordered by name.
/// O(people log groups).
[[nodiscard]] ShownGroups shown_groups(const std::vector<std::string>& group_of_person);

}  // namespace veer::discover
