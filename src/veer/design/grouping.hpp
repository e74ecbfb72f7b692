// SPDX-License-Identifier: EUPL-1.2
// Forming groups of people: by communities, merged when small, split when large.
//
// All of it is deterministic: equal choices are decided by the lowest person id. People without
// ties to a group's members do not move it, so an unrelated unit changes no other group unless one
// of the two is too small to stand alone.
#pragma once

#include <cstddef>
#include <string>
#include <vector>

#include "veer/org/handover_network.hpp"

namespace veer::design {

/// Why a person is in the group it is in.
enum class Reason : std::uint8_t {
  observed,        ///< The unit of the records or the staff list.
  domain,          ///< Works in the same policy domain.
  linked_units,    ///< Units that hand much work to each other come together.
  discipline,      ///< Has the same discipline.
  handovers,       ///< Hands work to the others.
  too_small,       ///< The group was too small to stand alone.
  too_large,       ///< The group was too large to stay together.
};

struct Member {
  org::PersonId person;
  Reason reason = Reason::observed;
  friend bool operator==(const Member&, const Member&) = default;
};

struct Group {
  std::vector<Member> members;  ///< Ordered by person.
  std::string label;            ///< The domain or observed unit it began from; may be empty.

  [[nodiscard]] std::size_t size() const { return members.size(); }
  friend bool operator==(const Group&, const Group&) = default;
};
/// Ordered by first member; nobody in two.
using Groups = std::vector<Group>;

/// People tied by hand-overs, both ways added up, and by their present unit.
class Ties {
 public:
  Ties(const org::HandoverNetwork& network, const org::Workforce& workforce);

  struct Tie {
    std::size_t other;
    double weight;  ///< Cases a week.
  };
  [[nodiscard]] const std::vector<Tie>& of(org::PersonId person) const {
    return ties_[person.index()];
  }
  [[nodiscard]] std::size_t people() const { return ties_.size(); }
  /// A number for each person's present unit.
  [[nodiscard]] std::size_t unit_of(org::PersonId person) const { return units_[person.index()]; }

 private:
  std::vector<std::vector<Tie>> ties_;
  std::vector<std::size_t> units_;
};

/// Communities of the people, found in each connected part by itself; a part of at most `most`
/// people stays whole. A person without ties is a group alone.
[[nodiscard]] Groups communities_of(const Ties& ties, std::size_t most);

/// Merges, smallest first, each group below `least` people with the group it is tied to most
/// strongly per member of it; without ties: with the one that shares most present units, then the
/// smallest. Stops when one group is left. O(merges * ties).
void merge_small(Groups& groups, std::size_t least, const Ties& ties);

/// Merges the smallest group with its strongest neighbour until at most `most` groups are left.
void merge_to(Groups& groups, std::size_t most, const Ties& ties, Reason reason);

/// Splits each group above `most` people into parts of about `target` people, none below `least`
/// when the sizes allow it: parts grow one by one from the person with the weakest ties by taking
/// whoever is tied to the part most strongly (greedy graph growing, Karypis & Kumar 1998).
void split_large(Groups& groups, std::size_t least, std::size_t target, std::size_t most,
                 const Ties& ties);

}  // namespace veer::design
