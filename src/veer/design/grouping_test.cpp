// SPDX-License-Identifier: EUPL-1.2
#include "veer/design/grouping.hpp"

#include <gtest/gtest.h>

#include <numeric>

namespace veer::design {
namespace {

using org::PersonId;

org::Workforce workforce(std::size_t people) {
  org::Workforce result;
  for (std::size_t i = 0; i < people; ++i) result.persons.push_back({});
  return result;
}

/// Everybody within a clique tied to everybody else in it.
org::HandoverNetwork cliques(const std::vector<std::size_t>& sizes) {
  org::HandoverNetwork network;
  std::size_t first = 0;
  for (const std::size_t size : sizes) {
    for (std::size_t a = 0; a < size; ++a) {
      for (std::size_t b = a + 1; b < size; ++b) {
        network.handovers.push_back({PersonId(first + a), PersonId(first + b), 1});
      }
    }
    first += size;
  }
  return network;
}

std::vector<std::size_t> sizes_of(const Groups& groups) {
  std::vector<std::size_t> sizes;
  for (const Group& group : groups) sizes.push_back(group.size());
  return sizes;
}

TEST(Communities, are_the_cliques_and_one_more_clique_moves_no_other) {
  auto network = cliques({4, 5, 3});
  network.handovers.push_back({PersonId(0), PersonId(4), 0.1});
  const Groups groups = communities_of(Ties(network, workforce(12)), 5);
  EXPECT_EQ(sizes_of(groups), (std::vector<std::size_t>{4, 5, 3}));
  network.handovers.push_back({PersonId(12), PersonId(13), 100});
  Groups more = communities_of(Ties(network, workforce(14)), 5);
  ASSERT_EQ(more.size(), 4U);
  more.pop_back();
  EXPECT_EQ(more, groups);
}

TEST(Communities, a_whole_process_that_fits_in_one_team_is_not_cut) {
  auto network = cliques({4, 5});
  network.handovers.push_back({PersonId(0), PersonId(4), 0.1});
  EXPECT_EQ(communities_of(Ties(network, workforce(9)), 9).size(), 1U);
  EXPECT_EQ(communities_of(Ties(network, workforce(9)), 8).size(), 2U);
}

TEST(MergeSmall, joins_the_neighbour_with_the_strongest_ties) {
  auto network = cliques({4, 4, 1});
  network.handovers.push_back({PersonId(8), PersonId(5), 1});
  const Ties ties(network, workforce(9));
  Groups groups = {{{}, "a"}, {{}, "b"}, {{}, "c"}};
  for (std::size_t i = 0; i < 9; ++i) {
    groups[i / 4].members.push_back({PersonId(i), Reason::handovers});
  }
  merge_small(groups, 2, ties);
  EXPECT_EQ(sizes_of(groups), (std::vector<std::size_t>{4, 5}));
  EXPECT_EQ(groups[1].members.back().reason, Reason::too_small);
  merge_small(groups, 100, ties);
  EXPECT_EQ(groups.size(), 1U) << "the last group stays, however small";
}

TEST(SplitLarge, keeps_people_with_strong_ties_together_and_within_bounds) {
  const Ties ties(cliques({6, 6}), workforce(12));
  Groups groups(1);
  for (std::size_t i = 0; i < 12; ++i) {
    // Both cliques mixed in the order of the list, to see that ties decide and not the order.
    groups[0].members.push_back({PersonId(i), Reason::domain});
  }
  split_large(groups, 4, 6, 8, ties);
  ASSERT_EQ(sizes_of(groups), (std::vector<std::size_t>{6, 6}));
  for (const Member& member : groups[0].members) EXPECT_LT(member.person, PersonId(6));
  EXPECT_EQ(groups[0].members[0].reason, Reason::too_large);
}

TEST(SplitLarge, sizes_lie_within_the_bounds_for_every_number_of_people) {
  for (std::size_t people = 1; people <= 60; ++people) {
    const Ties ties(cliques({people}), workforce(people));
    Groups groups(1);
    for (std::size_t i = 0; i < people; ++i) groups[0].members.push_back({PersonId(i), {}});
    split_large(groups, 5, 8, 10, ties);
    const auto sizes = sizes_of(groups);
    EXPECT_EQ(std::accumulate(sizes.begin(), sizes.end(), std::size_t{0}), people);
    for (const std::size_t size : sizes) {
      EXPECT_LE(size, 10U) << people;
      EXPECT_TRUE(size >= 5 || people < 5) << people;
    }
  }
}

}  // namespace
}  // namespace veer::design
