// SPDX-License-Identifier: EUPL-1.2
#include "veer/discover/applicant_wait.hpp"

#include <algorithm>
#include <array>
#include <cctype>
#include <set>

#include "veer/discover/shown_groups.hpp"

namespace veer::discover {

bool asks_applicant(std::string_view activity) {
  // Judgement: words of Awb art. 4:5 and 4:15 as case systems write them.
  constexpr std::array<std::string_view, 11> words{
      "aanvulling", "aanvullende", "awb45",      "awb 4:5",                "onvolledig", "opschort",
      "incomplete", "supplement",  "suspension", "additional information", "additional data"};
  std::string lower;
  for (const char c : activity) {
    lower += static_cast<char>(std::tolower(static_cast<unsigned char>(c)));
  }
  return std::any_of(words.begin(), words.end(), [&lower](std::string_view word) {
    return lower.find(word) != std::string::npos;
  });
}

ApplicantWait find_applicant_wait(const eventlog::EventLog& log,
                                  std::span<const eventlog::Instance> instances,
                                  const std::map<std::string, std::string>& titles) {
  ApplicantWait result;
  IdVector<eventlog::ActivityId, bool> asks;
  IdVector<eventlog::ActivityId, std::set<eventlog::PersonId>> people;
  for (std::size_t i = 0; i < log.activities.size(); ++i) {
    const std::string& name = log.activities[eventlog::ActivityId(i)];
    const auto title = titles.find(name);
    asks.push_back(asks_applicant(name) ||
                   (title != titles.end() && asks_applicant(title->second)));
    people.push_back({});
  }
  std::set<eventlog::ActivityId> seen;
  for (std::size_t i = 0; i < instances.size(); ++i) {
    const eventlog::Instance& one = instances[i];
    if (asks[one.activity]) {
      seen.insert(one.activity);
      if (!one.person.is_none()) people[one.activity].insert(one.person);
    }
    if (i + 1 == instances.size() || instances[i + 1].case_id != one.case_id) continue;
    const double gap = std::max(0.0, hours(instances[i + 1].start - one.end));
    result.all_waiting_hours += gap;
    if (!asks[one.activity]) continue;
    ++result.times;
    result.waiting_hours += gap;
  }
  for (const eventlog::ActivityId activity : seen) {
    if (people[activity].size() >= smallest_group) {
      result.activities.push_back(log.activities[activity]);
    } else {
      ++result.not_named;
    }
  }
  std::sort(result.activities.begin(), result.activities.end());
  return result;
}

}  // namespace veer::discover
