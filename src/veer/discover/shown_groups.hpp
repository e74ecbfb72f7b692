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

/// Which things that people do may each be shown apart, when everything else is shown as one rest
/// and the total is known. people[i]: who does thing i (ascending numbers), the things to be shown
/// first at the front. Shown apart is what five or more people do, or nobody (what systems do), at
/// most `most` things; and as few fewer as it takes that the rest too is of five or more people or
/// of nobody. Only when everybody together is under five can the rest be under five: then nothing
/// is shown apart. in_rest: who does what is never shown apart. O(things * people).
[[nodiscard]] std::vector<bool> shown_apart(const std::vector<std::vector<std::size_t>>& people,
                                            std::size_t most,
                                            const std::vector<std::size_t>& in_rest = {});

}  // namespace veer::discover
