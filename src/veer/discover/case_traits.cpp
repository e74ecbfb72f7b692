// SPDX-License-Identifier: EUPL-1.2
#include "veer/discover/case_traits.hpp"

#include <fmt/format.h>

#include <algorithm>
#include <array>
#include <cmath>
#include <map>
#include <set>
#include <utility>

#include "veer/discover/handovers.hpp"
#include "veer/discover/period.hpp"
#include "veer/discover/shown_groups.hpp"
#include "veer/eventlog/column_names.hpp"
#include "veer/stats/count_tests.hpp"
#include "veer/stats/rank_tests.hpp"
#include "veer/stats/summary.hpp"

namespace veer::discover {
namespace {

using eventlog::ActivityId;
using eventlog::CaseId;
using eventlog::Instance;

// Judgement: one false alarm in a hundred looks.
constexpr double largest_p = 0.01;
// Source: Cohen, Statistical Power Analysis for the Behavioral Sciences (1988): small effects.
constexpr double least_eta = 0.01;
constexpr double least_v = 0.1;
// Judgement: cases begun closer to the end than nineteen in twenty take may still be running.
constexpr double may_still_run = 0.95;
// Judgement: share of the cases that a prediction is tried on.
constexpr double tried_on = 1.0 / 3;
constexpr double middle = 0.5;  // Exact: quantile.

constexpr std::size_t least_cases = 20;     // with a value, and after an activity with one next
constexpr std::size_t least_visits = 100;   // of an activity, to look at what follows
constexpr std::size_t most_values = 20;     // of words; more are names of things, not kinds
constexpr std::size_t most_next = 2;        // effects on the way told of one characteristic

/// One case, in order of its begin.
struct Seen {
  CaseId id;
  Instant first = Instant::max();
  Instant last = Instant::min();
  std::size_t activities = 0;
  double effort_hours = 0;
  std::map<ActivityId, ActivityId> next;  // at the first visit; none: the end
  std::set<eventlog::PersonId> people;
};

/// What the cases have of one characteristic: numbers of labels; no_label: nothing.
constexpr std::size_t no_label = static_cast<std::size_t>(-1);
struct Trait {
  std::string name;
  std::vector<std::string> labels;
  std::vector<std::size_t> of_case;
  std::vector<bool> shown;  // by label
};

bool filled_in_along_the_way(const std::string& name) {
  constexpr std::array<std::string_view, 14> words{
      "status",   "phase",    "fase",     "result",   "uitkomst",    "outcome",  "besluit",
      "decision", "duration", "looptijd", "complete", "afgehandeld", "termname", "termijn"};
  const std::string plain = eventlog::plain_column_name(name);
  return std::any_of(words.begin(), words.end(), [&plain](std::string_view word) {
    return plain.find(word) != std::string::npos;
  });
}

std::optional<double> as_number(const eventlog::Value& value) {
  if (const auto* real = std::get_if<double>(&value)) {
    return std::isfinite(*real) ? std::optional<double>(*real) : std::nullopt;
  }
  if (const auto* whole = std::get_if<std::int64_t>(&value)) return static_cast<double>(*whole);
  return std::nullopt;
}

std::string as_label(const eventlog::Value& value) {
  if (const auto* text = std::get_if<std::string>(&value)) {
    return means_nothing(*text) ? "" : *text;
  }
  if (const auto* flag = std::get_if<bool>(&value)) return *flag ? "true" : "false";
  if (const auto number = as_number(value)) return fmt::format("{:g}", *number);
  return "";
}

std::vector<Seen> cases_of(std::span<const Instance> instances) {
  std::vector<Seen> cases;
  for (std::size_t i = 0; i < instances.size(); ++i) {
    const Instance& one = instances[i];
    if (cases.empty() || cases.back().id != one.case_id) cases.emplace_back().id = one.case_id;
    Seen& seen = cases.back();
    seen.first = std::min(seen.first, one.start);
    seen.last = std::max(seen.last, one.end);
    ++seen.activities;
    seen.effort_hours += hours(one.end - one.start);
    if (!one.person.is_none()) seen.people.insert(one.person);
    const bool last = i + 1 == instances.size() || instances[i + 1].case_id != one.case_id;
    seen.next.emplace(one.activity, last ? ActivityId::none() : instances[i + 1].activity);
  }
  std::stable_sort(cases.begin(), cases.end(),
                   [](const Seen& a, const Seen& b) { return a.first < b.first; });
  return cases;
}

/// Values as labels, rare ones together; nothing where that leaves fewer than two.
std::optional<Trait> trait_of(const eventlog::Attribute& attribute,
                              const std::vector<Seen>& cases) {
  std::map<std::string, std::size_t> counts;
  std::vector<double> numbers;
  std::vector<std::string> labels;
  for (const Seen& seen : cases) {
    const bool has = attribute.values.contains(seen.id);
    labels.push_back(has ? as_label(attribute.values[seen.id]) : "");
    if (!labels.back().empty()) ++counts[labels.back()];
    if (const auto number = has ? as_number(attribute.values[seen.id]) : std::nullopt) {
      numbers.push_back(*number);
    }
  }
  if (!numbers.empty() && counts.size() > most_values) {
    const double split = quantile(numbers, middle);
    counts.clear();
    for (std::size_t c = 0; c < cases.size(); ++c) {
      if (labels[c].empty()) continue;
      const auto number = as_number(attribute.values[cases[c].id]);
      labels[c] = number ? fmt::format("{} {:g}", *number <= split ? "<=" : ">", split) : "";
      if (number) ++counts[labels[c]];
    }
  }
  Trait trait;
  trait.name = attribute.name;
  std::map<std::string, std::size_t> number_of;
  std::size_t rare = 0;
  for (const auto& [label, count] : counts) {
    if (count < least_cases) {
      rare += count;
    } else {
      number_of.emplace(label, number_of.size());
      trait.labels.push_back(label);
    }
  }
  if (number_of.size() > most_values) return std::nullopt;
  const bool with_rest = rare >= least_cases;
  if (with_rest) trait.labels.emplace_back();
  if (trait.labels.size() < 2) return std::nullopt;
  std::vector<std::set<eventlog::PersonId>> people(trait.labels.size());
  for (std::size_t c = 0; c < cases.size(); ++c) {
    const auto at = number_of.find(labels[c]);
    std::size_t label = at == number_of.end() ? no_label : at->second;
    if (label == no_label && with_rest && !labels[c].empty()) label = trait.labels.size() - 1;
    trait.of_case.push_back(label);
    if (label != no_label) people[label].insert(cases[c].people.begin(), cases[c].people.end());
  }
  for (const auto& who : people) trait.shown.push_back(who.empty() || who.size() >= smallest_group);
  return trait;
}

using Groups = std::vector<std::vector<double>>;

std::vector<double> together(const Groups& groups) {
  std::vector<double> all;
  for (const auto& group : groups) all.insert(all.end(), group.begin(), group.end());
  return all;
}

/// Levels of the shown values: the lowest and the highest.
void set_ends(TraitEffect& effect, const Trait& trait, const std::vector<std::size_t>& sizes,
              const std::vector<double>& levels) {
  bool first = true;
  for (std::size_t v = 0; v < levels.size(); ++v) {
    if (sizes[v] == 0 || !trait.shown[v]) continue;
    const TraitValue value{trait.labels[v], sizes[v], levels[v]};
    if (first || value.level < effect.low.level) effect.low = value;
    if (first || value.level > effect.high.level) effect.high = value;
    first = false;
  }
}

class Finder {
 public:
  Finder(const eventlog::EventLog& log, std::span<const Instance> instances)
      : log_(log), cases_(cases_of(instances)), people_(log.activities.size()) {
    starts_recorded_ = std::all_of(instances.begin(), instances.end(),
                                   [](const Instance& one) { return one.start_recorded; });
    for (const Instance& one : instances) {
      if (!one.person.is_none()) people_[one.activity.index()].insert(one.person);
    }
    if (!instances.empty()) leave_out_running(find_period(instances).last);
  }

  CaseTraits find() {
    CaseTraits result;
    std::vector<TraitEffect> all;
    for (const eventlog::Attribute& attribute : log_.attributes) {
      if (attribute.is_person || filled_in_along_the_way(attribute.name)) continue;
      const std::optional<Trait> trait = trait_of(attribute, cases_);
      if (!trait) continue;
      result.looked_at.push_back(attribute.name);
      levels(*trait, all);
      ways(*trait, all);
    }
    std::vector<double> p;
    for (const TraitEffect& one : all) p.push_back(one.p);
    const std::vector<double> adjusted = holm(p);
    result.tests = all.size();
    for (std::size_t i = 0; i < all.size(); ++i) {
      all[i].p = adjusted[i];
      const double least = all[i].steers == TraitSteers::next ? least_v : least_eta;
      if (adjusted[i] <= largest_p && all[i].effect >= least) result.effects.push_back(all[i]);
    }
    std::stable_sort(result.effects.begin(), result.effects.end(),
                     [](const TraitEffect& a, const TraitEffect& b) {
                       return a.steers != b.steers ? a.steers < b.steers : a.effect > b.effect;
                     });
    keep_largest_ways(result.effects);
    return result;
  }

 private:
  void leave_out_running(Instant last) {
    std::vector<double> elapsed;
    for (const Seen& one : cases_) elapsed.push_back(days(one.last - one.first));
    const Instant until = last - from_days(quantile(elapsed, may_still_run));
    cases_.erase(std::remove_if(cases_.begin(), cases_.end(),
                                [until](const Seen& one) { return one.first > until; }),
                 cases_.end());
  }

  [[nodiscard]] bool may_name(ActivityId activity) const {
    if (activity.is_none()) return true;
    const std::size_t people = people_[activity.index()].size();
    return people == 0 || people >= smallest_group;
  }
  /// Cases before this one teach, the others are tried on.
  [[nodiscard]] std::size_t first_tried() const {
    return cases_.size() - static_cast<std::size_t>(tried_on * static_cast<double>(cases_.size()));
  }

  static double level(const Seen& seen, TraitSteers steers) {
    if (steers == TraitSteers::elapsed) return days(seen.last - seen.first);
    if (steers == TraitSteers::activities) return static_cast<double>(seen.activities);
    return seen.effort_hours;
  }

  void levels(const Trait& trait, std::vector<TraitEffect>& all) const {
    for (const TraitSteers steers :
         {TraitSteers::elapsed, TraitSteers::activities, TraitSteers::effort}) {
      if (steers == TraitSteers::effort && !starts_recorded_) continue;
      Groups groups(trait.labels.size());
      Groups taught(trait.labels.size());
      Groups tried(trait.labels.size());
      for (std::size_t c = 0; c < cases_.size(); ++c) {
        const std::size_t label = trait.of_case[c];
        if (label == no_label) continue;
        const double value = level(cases_[c], steers);
        groups[label].push_back(value);
        (c < first_tried() ? taught : tried)[label].push_back(value);
      }
      const RankTest test = kruskal_wallis(groups);
      TraitEffect effect;
      effect.trait = trait.name;
      effect.steers = steers;
      effect.effect = test.effect;
      effect.p = test.p;
      std::vector<std::size_t> sizes;
      std::vector<double> medians;
      for (const auto& group : groups) {
        sizes.push_back(group.size());
        medians.push_back(group.empty() ? 0 : quantile(group, middle));
      }
      set_ends(effect, trait, sizes, medians);
      effect.held_out = error_gone(taught, tried);
      all.push_back(std::move(effect));
    }
  }

  static std::optional<double> error_gone(const Groups& taught, const Groups& tried) {
    const std::vector<double> all = together(taught);
    if (all.size() < least_cases || together(tried).size() < least_cases) return std::nullopt;
    const double one_median = quantile(all, middle);
    double without = 0;
    double with = 0;
    for (std::size_t v = 0; v < tried.size(); ++v) {
      const double median = taught[v].empty() ? one_median : quantile(taught[v], middle);
      for (const double value : tried[v]) {
        without += std::abs(value - one_median);
        with += std::abs(value - median);
      }
    }
    return without > 0 ? std::optional<double>(1 - with / without) : std::nullopt;
  }

  void ways(const Trait& trait, std::vector<TraitEffect>& all) const {
    for (std::size_t a = 0; a < people_.size(); ++a) {
      const ActivityId at(a);
      if (!may_name(at)) continue;
      if (auto effect = way(trait, at)) all.push_back(*std::move(effect));
    }
  }

  /// What follows on one activity, by value: rows of values, columns of what often follows and the
  /// rest.
  [[nodiscard]] std::optional<TraitEffect> way(const Trait& trait, ActivityId at) const {
    std::map<ActivityId, std::size_t> follows;
    std::size_t visits = 0;
    for (std::size_t c = 0; c < cases_.size(); ++c) {
      const auto next = cases_[c].next.find(at);
      if (next == cases_[c].next.end() || trait.of_case[c] == no_label) continue;
      ++follows[next->second];
      ++visits;
    }
    if (visits < least_visits) return std::nullopt;
    std::map<ActivityId, std::size_t> column;
    std::vector<ActivityId> names;
    for (const auto& [next, count] : follows) {
      if (count < least_cases) continue;
      column.emplace(next, column.size());
      names.push_back(next);
    }
    if (follows.size() < 2 || column.empty()) return std::nullopt;
    const std::size_t rest = names.size();
    Groups table(trait.labels.size(), std::vector<double>(rest + 1));
    Groups taught = table;
    Groups tried = table;
    for (std::size_t c = 0; c < cases_.size(); ++c) {
      const auto next = cases_[c].next.find(at);
      if (next == cases_[c].next.end() || trait.of_case[c] == no_label) continue;
      const auto known = column.find(next->second);
      const std::size_t to = known == column.end() ? rest : known->second;
      table[trait.of_case[c]][to] += 1;
      (c < first_tried() ? taught : tried)[trait.of_case[c]][to] += 1;
    }
    const Dependence test = dependence(table);
    TraitEffect effect;
    effect.trait = trait.name;
    effect.steers = TraitSteers::next;
    effect.at = log_.activities[at];
    effect.effect = test.effect;
    effect.p = test.p;
    effect.held_out = right_more(taught, tried);
    if (!tell_widest(effect, trait, table, names)) return std::nullopt;
    return effect;
  }

  /// The next activity whose share differs most between two shown values.
  bool tell_widest(TraitEffect& effect, const Trait& trait, const Groups& table,
                   const std::vector<ActivityId>& names) const {
    double widest = 0;
    for (std::size_t to = 0; to < names.size(); ++to) {
      if (!may_name(names[to])) continue;
      std::vector<std::size_t> sizes;
      std::vector<double> shares;
      for (const auto& row : table) {
        double sum = 0;
        for (const double one : row) sum += one;
        sizes.push_back(sum < static_cast<double>(least_cases) ? 0
                                                               : static_cast<std::size_t>(sum));
        shares.push_back(sum > 0 ? row[to] / sum : 0);
      }
      TraitEffect candidate = effect;
      set_ends(candidate, trait, sizes, shares);
      if (candidate.high.level - candidate.low.level <= widest) continue;
      widest = candidate.high.level - candidate.low.level;
      candidate.to = names[to].is_none() ? "" : log_.activities[names[to]];
      effect = std::move(candidate);
    }
    return widest > 0;
  }

  static std::optional<double> right_more(const Groups& taught, const Groups& tried) {
    const auto most = [](const std::vector<double>& row) {
      return static_cast<std::size_t>(std::max_element(row.begin(), row.end()) - row.begin());
    };
    std::vector<double> all(taught.front().size());
    double learned = 0;
    for (const auto& row : taught) {
      for (std::size_t to = 0; to < row.size(); ++to) {
        all[to] += row[to];
        learned += row[to];
      }
    }
    double count = 0;
    double more = 0;
    for (std::size_t v = 0; v < tried.size(); ++v) {
      for (const double one : tried[v]) count += one;
      const bool known = *std::max_element(taught[v].begin(), taught[v].end()) > 0;
      more += tried[v][known ? most(taught[v]) : most(all)] - tried[v][most(all)];
    }
    constexpr auto least = static_cast<double>(least_cases);  // Judgement: as everywhere here.
    if (learned < least || count < least) return std::nullopt;
    return more / count;
  }

  static void keep_largest_ways(std::vector<TraitEffect>& effects) {
    std::map<std::string, std::size_t> told;
    effects.erase(std::remove_if(effects.begin(), effects.end(),
                                 [&told](const TraitEffect& one) {
                                   return one.steers == TraitSteers::next &&
                                          ++told[one.trait] > most_next;
                                 }),
                  effects.end());
  }

  const eventlog::EventLog& log_;
  std::vector<Seen> cases_;
  std::vector<std::set<eventlog::PersonId>> people_;
  bool starts_recorded_ = false;
};

}  // namespace

CaseTraits find_case_traits(const eventlog::EventLog& log, std::span<const Instance> instances) {
  return Finder(log, instances).find();
}

}  // namespace veer::discover
