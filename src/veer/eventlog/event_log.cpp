// SPDX-License-Identifier: EUPL-1.2
#include "veer/eventlog/event_log.hpp"

#include <algorithm>
#include <numeric>

namespace veer::eventlog {
namespace {

bool same_person(PersonId a, PersonId b) { return a.is_none() || b.is_none() || a == b; }

/// The rows [first, last) of one case in order of time; rows of one moment keep the source order.
std::vector<std::size_t> rows_in_time(const EventLog& log, std::size_t first, std::size_t last) {
  std::vector<std::size_t> rows(last - first);
  std::iota(rows.begin(), rows.end(), first);
  std::stable_sort(rows.begin(), rows.end(), [&](std::size_t a, std::size_t b) {
    return log.events[a].end < log.events[b].end;
  });
  return rows;
}

/// The start that a complete ends: taken out of the open ones. No value when there is none.
std::optional<Instant> take_start(const EventLog& log, std::vector<std::size_t>& open,
                                  const Event& complete) {
  const auto match = std::find_if(open.begin(), open.end(), [&](std::size_t row) {
    const Event& start = log.events[row];
    return start.activity == complete.activity && same_person(start.person, complete.person);
  });
  if (match == open.end()) return std::nullopt;
  const Instant start = log.events[*match].end;
  open.erase(match);
  return start;
}

void add_instances_of_case(const EventLog& log, std::size_t first, std::size_t last,
                           std::vector<Instance>& out) {
  const std::size_t out_first = out.size();
  std::vector<std::size_t> open;
  for (const std::size_t row : rows_in_time(log, first, last)) {
    const Event& event = log.events[row];
    if (event.transition == Transition::start) {
      open.push_back(row);
      continue;
    }
    if (event.transition != Transition::complete) continue;
    std::optional<Instant> start = event.start;
    if (!start) start = take_start(log, open, event);
    const bool recorded = start && *start <= event.end;
    out.push_back({event.case_id, event.activity, event.person, event.group,
                   recorded ? *start : event.end, event.end, recorded});
  }
  std::stable_sort(out.begin() + static_cast<std::ptrdiff_t>(out_first), out.end(),
                   [](const Instance& a, const Instance& b) {
                     return a.start != b.start ? a.start < b.start : a.end < b.end;
                   });
}

}  // namespace

const Attribute* EventLog::attribute(std::string_view name) const {
  const auto found = std::find_if(attributes.begin(), attributes.end(),
                                  [&](const Attribute& a) { return a.name == name; });
  return found == attributes.end() ? nullptr : &*found;
}

std::vector<Instance> instances(const EventLog& log) {
  std::vector<Instance> out;
  out.reserve(log.events.size());
  for (std::size_t first = 0; first < log.events.size();) {
    std::size_t last = first + 1;
    while (last < log.events.size() && log.events[last].case_id == log.events[first].case_id) {
      ++last;
    }
    add_instances_of_case(log, first, last, out);
    first = last;
  }
  return out;
}

}  // namespace veer::eventlog
