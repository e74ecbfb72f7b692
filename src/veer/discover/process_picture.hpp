// SPDX-License-Identifier: EUPL-1.2
// The process as a picture: which activity follows on which, how often, and after how long.
//
// Activities that are not in the picture are folded: what comes before and after them in a case is
// joined. Law 6: an activity is in the picture when it occurs in at least five cases and five
// people do it, or nobody (shown_apart() in shown_groups.hpp says what is folded with the others);
// a flow when it occurs in at least five cases and five people did what it joins, or nobody. Where
// a case went instead is then not told, only how often that was so.
#pragma once

#include <cstddef>
#include <map>
#include <span>
#include <string>
#include <vector>

#include "veer/eventlog/event_log.hpp"

namespace veer::discover {

struct PictureActivity {
  std::string name;       ///< As recorded.
  std::string title;      ///< Its name in words, where `name` is a code; may be empty.
  std::size_t cases = 0;  ///< In which it occurs.
  std::size_t times = 0;

  friend bool operator==(const PictureActivity&, const PictureActivity&) = default;
};

/// What follows on what: numbers of activities, or Picture::begin() and end().
struct PictureFlow {
  std::size_t from = 0;
  std::size_t to = 0;
  std::size_t cases = 0;
  std::size_t times = 0;
  std::size_t through = 0;  ///< Of these times: with folded activities in between.
  /// From the end of the one to the start of the other, hours; 0 from the begin and to the end.
  double median_hours = 0;

  friend bool operator==(const PictureFlow&, const PictureFlow&) = default;
};

struct Picture {
  std::size_t cases = 0;
  std::vector<PictureActivity> activities;  ///< Most cases first.
  std::vector<PictureFlow> flows;           ///< Most times first.
  /// From the begin on always the most frequent next activity that is not on the path yet, until
  /// the end is the most frequent; an end that is mostly reached through folded activities does not
  /// count as long as there is another way. Numbers of activities.
  std::vector<std::size_t> main_path;
  std::size_t folded_activities = 0;
  std::size_t folded_times = 0;       ///< Of these activities.
  std::size_t folded_flows = 0;       ///< Between activities of the picture, not shown.
  std::size_t folded_flow_times = 0;

  /// Where cases begin and end, as numbers in flows.
  [[nodiscard]] std::size_t begin() const { return activities.size(); }
  [[nodiscard]] std::size_t end() const { return activities.size() + 1; }
  /// Times that something shown or folded goes on from there: times of the activity, or cases.
  [[nodiscard]] std::size_t times_of(std::size_t number) const {
    return number < activities.size() ? activities[number].times : cases;
  }
};

/// instances: ordered by case; most: activities in the picture at most; titles: words for names
/// that are codes, may be empty. O(n log n).
[[nodiscard]] Picture draw_process(const eventlog::EventLog& log,
                                   std::span<const eventlog::Instance> instances,
                                   std::size_t most,
                                   const std::map<std::string, std::string>& titles = {});

}  // namespace veer::discover
