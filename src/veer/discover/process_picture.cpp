// SPDX-License-Identifier: EUPL-1.2
#include "veer/discover/process_picture.hpp"

#include <algorithm>
#include <limits>
#include <numeric>
#include <set>
#include <utility>

#include "veer/discover/shown_groups.hpp"
#include "veer/stats/summary.hpp"

namespace veer::discover {
namespace {

using eventlog::ActivityId;
using eventlog::CaseId;
using eventlog::Instance;

constexpr std::size_t folded = std::numeric_limits<std::size_t>::max();

/// Everything about one flow, shown or not.
struct Joined {
  std::size_t from = 0;
  std::size_t to = 0;
  std::size_t cases = 0;
  std::size_t times = 0;
  std::size_t through = 0;
  CaseId last_case;
  std::vector<double> hours;
  std::set<std::size_t> people;
  bool shown = false;
};

bool few(const std::set<std::size_t>& people) {
  return !people.empty() && people.size() < smallest_group;
}

class Drawing {
 public:
  Drawing(const eventlog::EventLog& log, std::span<const Instance> instances, std::size_t most)
      : log_(log), instances_(instances) {
    choose_activities(most);
    join();
    for (auto& [pair, one] : flows_) {
      one.shown = one.cases >= smallest_group && !few(one.people);
    }
  }

  Picture picture(const std::map<std::string, std::string>& titles) {
    for (PictureActivity& one : result_.activities) {
      const auto at = titles.find(one.name);
      if (at != titles.end() && at->second != one.name) one.title = at->second;
    }
    for (auto& [pair, one] : flows_) {
      if (!one.shown) {
        ++result_.folded_flows;
        result_.folded_flow_times += one.times;
        continue;
      }
      constexpr double middle = 0.5;  // Exact: quantile.
      const double median = one.hours.empty() ? 0 : quantile(one.hours, middle);
      result_.flows.push_back({one.from, one.to, one.cases, one.times, one.through, median});
    }
    std::stable_sort(result_.flows.begin(), result_.flows.end(),
                     [](const auto& a, const auto& b) { return a.times > b.times; });
    find_main_path();
    return std::move(result_);
  }

 private:
  void choose_activities(std::size_t most) {
    struct Use {
      std::size_t cases = 0;
      std::size_t times = 0;
      CaseId last_case;
      std::set<std::size_t> people;
    };
    IdVector<ActivityId, Use> uses(log_.activities.size());
    for (const Instance& one : instances_) {
      Use& use = uses[one.activity];
      ++use.times;
      if (use.last_case != one.case_id) ++use.cases;
      use.last_case = one.case_id;
      if (!one.person.is_none()) use.people.insert(one.person.index());
    }
    std::vector<ActivityId> order;
    std::set<std::size_t> rare;  // who did what occurs in fewer than five cases
    for (const ActivityId id : ids(uses)) {
      if (uses[id].cases >= smallest_group) {
        order.push_back(id);
      } else {
        rare.insert(uses[id].people.begin(), uses[id].people.end());
      }
    }
    std::stable_sort(order.begin(), order.end(), [&uses](ActivityId a, ActivityId b) {
      return std::pair(uses[a].cases, uses[a].times) > std::pair(uses[b].cases, uses[b].times);
    });
    std::vector<std::vector<std::size_t>> people;
    for (const ActivityId id : order) {
      people.emplace_back(uses[id].people.begin(), uses[id].people.end());
    }
    const std::vector<bool> apart = shown_apart(people, most, {rare.begin(), rare.end()});
    number_ = IdVector<ActivityId, std::size_t>(log_.activities.size(), folded);
    for (std::size_t i = 0; i < order.size(); ++i) {
      if (!apart[i]) continue;
      number_[order[i]] = result_.activities.size();
      const Use& use = uses[order[i]];
      result_.activities.push_back({log_.activities[order[i]], "", use.cases, use.times});
    }
    for (const ActivityId id : ids(uses)) {
      if (uses[id].times == 0 || number_[id] != folded) continue;
      ++result_.folded_activities;
      result_.folded_times += uses[id].times;
    }
  }

  void join() {
    const Instance* before = nullptr;  // the case's last activity that is in the picture
    bool through = false;
    for (std::size_t i = 0; i < instances_.size(); ++i) {
      const Instance& now = instances_[i];
      if (i == 0 || instances_[i - 1].case_id != now.case_id) {
        ++result_.cases;
        before = nullptr;
        through = false;
      }
      if (number_[now.activity] == folded) {
        through = true;
      } else {
        add(now.case_id, before, &now, through);
        before = &now;
        through = false;
      }
      const bool last = i + 1 == instances_.size() || instances_[i + 1].case_id != now.case_id;
      if (last) add(now.case_id, before, nullptr, through);
    }
  }

  void add(CaseId id, const Instance* before, const Instance* after, bool through) {
    const std::size_t from = before == nullptr ? result_.begin() : number_[before->activity];
    const std::size_t to = after == nullptr ? result_.end() : number_[after->activity];
    Joined& flow = flows_[{from, to}];
    flow.from = from;
    flow.to = to;
    ++flow.times;
    if (through) ++flow.through;
    if (flow.last_case != id) ++flow.cases;
    flow.last_case = id;
    if (before != nullptr && after != nullptr) {
      flow.hours.push_back(std::max(0.0, hours(after->start - before->end)));
    }
    for (const Instance* one : {before, after}) {
      if (one != nullptr && !one->person.is_none()) flow.people.insert(one->person.index());
    }
  }

  void find_main_path() {
    std::vector<bool> passed(result_.activities.size(), false);
    std::size_t here = result_.begin();
    while (here != result_.end()) {
      const auto next = std::find_if(
          result_.flows.begin(), result_.flows.end(), [&](const PictureFlow& flow) {
            if (flow.from != here) return false;
            return flow.to == result_.end() ? 2 * flow.through <= flow.times : !passed[flow.to];
          });
      if (next == result_.flows.end() || next->to == result_.end()) return;
      here = next->to;
      passed[here] = true;
      result_.main_path.push_back(here);
    }
  }

  const eventlog::EventLog& log_;
  std::span<const Instance> instances_;
  IdVector<ActivityId, std::size_t> number_;
  std::map<std::pair<std::size_t, std::size_t>, Joined> flows_;
  Picture result_;
};

}  // namespace

Picture draw_process(const eventlog::EventLog& log, std::span<const Instance> instances,
                     std::size_t most, const std::map<std::string, std::string>& titles) {
  return Drawing(log, instances, most).picture(titles);
}

}  // namespace veer::discover
