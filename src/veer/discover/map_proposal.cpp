// SPDX-License-Identifier: EUPL-1.2
#include "veer/discover/map_proposal.hpp"

#include <algorithm>
#include <map>
#include <optional>
#include <set>
#include <tuple>
#include <utility>

#include "veer/discover/handovers.hpp"
#include "veer/discover/overview.hpp"
#include "veer/eventlog/column_names.hpp"

namespace veer::discover {
namespace {

using eventlog::ActivityId;
using eventlog::PersonId;
using org::Mark;

// Judgement: share of an activity's known events that must say the same for it to count.
constexpr double agreed = 0.75;
// Judgement: share of all events that a rule must place; below it the next rule is tried.
constexpr double enough = 0.75;

/// Columns that may name something, best first, as plain_column_name() writes them.
using Columns = std::span<const std::string_view>;
constexpr std::string_view code_columns[] = {"actioncode",       "activitycode",  "activiteitcode",
                                             "activiteitscode",  "handelingcode", "taskcode",
                                             "taakcode",         "statuscode"};
constexpr std::string_view title_columns[] = {"activitynamenl", "tasknamenl",     "activiteitnaam",
                                              "handeling",      "omschrijving",   "activitynameen",
                                              "tasknameen"};
constexpr std::string_view department_columns[] = {"department", "afdeling", "sector", "cluster",
                                                   "team"};
constexpr std::string_view domain_columns[] = {
    "domein",    "beleidsdomein", "domain",  "beleidsveld", "beleidsterrein", "taakveld",
    "programma", "sector",        "cluster", "department",  "afdeling"};
constexpr std::string_view discipline_columns[] = {"discipline", "vakgebied", "orgrole",
                                                   "rol",        "role",      "functie"};
constexpr std::string_view product_columns[] = {"product",  "productnaam", "producttype",
                                                "zaaktype", "casetype",    "parts"};
constexpr std::string_view area_columns[] = {"wijk", "buurt",    "gebied",        "stadsdeel",
                                             "kern", "district", "neighbourhood", "area",
                                             "postcode"};
constexpr std::string_view competence_columns[] = {"deskundigheid", "competentie", "competence",
                                                   "skill"};

Columns columns_of(Mark mark) {
  switch (mark) {
    case Mark::domain: return domain_columns;
    case Mark::discipline: return discipline_columns;
    case Mark::product: return product_columns;
    case Mark::area: return area_columns;
    case Mark::competence: return competence_columns;
  }
  return {};
}

std::string text_of(const eventlog::Value& value) {
  if (const auto* text = std::get_if<std::string>(&value)) return *text;
  if (const auto* whole = std::get_if<std::int64_t>(&value)) return std::to_string(*whole);
  return "";
}

/// How often each activity was recorded with each value of something.
struct Counts {
  std::string column;  // empty: no column of the records
  IdVector<ActivityId, std::map<std::string, std::size_t>> of;
  std::set<std::string> values;

  void add(ActivityId activity, const std::string& value) {
    ++of[activity][value];
    values.insert(value);
  }
};

/// The value that most of an activity's known events have, with its share of them.
struct Majority {
  std::string value;
  double share = 0;
  std::size_t events = 0;
};

Majority majority(const std::map<std::string, std::size_t>& counts) {
  Majority best;
  std::size_t most = 0;
  std::size_t all = 0;
  for (const auto& [value, count] : counts) {
    all += count;
    if (count <= most) continue;
    most = best.events = count;
    best.value = value;
  }
  if (all > 0) best.share = static_cast<double>(most) / static_cast<double>(all);
  return best;
}

/// What a rule says of every activity; empty: nothing.
struct Placing {
  SubProcessRule rule = SubProcessRule::none;
  std::string column;
  IdVector<ActivityId, Majority> of;
};

class Proposer {
 public:
  Proposer(const eventlog::EventLog& log, std::span<const eventlog::Instance> instances,
           const eventlog::StaffList& staff)
      : log_(log), instances_(instances), staff_(staff) {}

  MapProposal propose() {
    events_of_ = IdVector<ActivityId, std::size_t>(log_.activities.size(), 0);
    for (const eventlog::Instance& one : instances_) ++events_of_[one.activity];
    if (const auto titles = column_counts(title_columns)) {
      for (const ActivityId id : ids(events_of_)) titles_.push_back(majority(titles->of[id]).value);
    } else {
      titles_.resize(log_.activities.size());
    }
    const Placing placing = best_placing();
    std::array<IdVector<ActivityId, Majority>, org::mark_count> marks;
    for (std::size_t m = 0; m < org::mark_count; ++m) marks[m] = find_mark(static_cast<Mark>(m));
    write_sub_processes(placing);
    write_activities(placing, marks);
    write_units();
    result_.rule = placing.rule;
    result_.column = placing.column;
    return std::move(result_);
  }

 private:
  [[nodiscard]] Counts no_counts() const {
    Counts counts;
    counts.of.resize(log_.activities.size());
    return counts;
  }

  /// Of the first of these columns with two values or more, else of the first that is there; of
  /// events before cases.
  [[nodiscard]] std::optional<Counts> column_counts(Columns names) const {
    std::optional<Counts> first;
    for (const std::string_view name : names) {
      std::optional<Counts> counts = one_column(name);
      if (!counts) continue;
      if (counts->values.size() > 1) return counts;
      if (!first) first = std::move(counts);
    }
    return first;
  }

  [[nodiscard]] std::optional<Counts> one_column(std::string_view name) const {
    Counts counts = no_counts();
    for (const eventlog::EventAttribute& one : log_.event_attributes) {
      if (one.is_person || eventlog::plain_column_name(one.name) != name) continue;
      counts.column = one.name;
      count(counts, [&](std::size_t event) { return text_of(one.values[event]); });
      return counts;
    }
    for (const eventlog::Attribute& one : log_.attributes) {
      if (one.is_person || eventlog::plain_column_name(one.name) != name) continue;
      counts.column = one.name;
      count(counts,
            [&](std::size_t event) { return text_of(one.values[log_.events[event].case_id]); });
      return counts;
    }
    return std::nullopt;
  }

  template <class ValueOf>
  void count(Counts& counts, ValueOf value_of) const {
    for (std::size_t i = 0; i < log_.events.size(); ++i) {
      if (log_.events[i].transition != eventlog::Transition::complete) continue;
      std::string value = value_of(i);
      if (!means_nothing(value)) counts.add(log_.events[i].activity, value);
    }
  }

  /// Counts by what `label_of` says of who did it; labels of fewer than five people do not count.
  template <class LabelOf>
  [[nodiscard]] Counts people_counts(std::string column, LabelOf label_of) const {
    std::map<std::string, std::set<PersonId>> people;
    for (const eventlog::Instance& one : instances_) {
      if (!one.person.is_none()) people[label_of(one)].insert(one.person);
    }
    Counts counts = no_counts();
    counts.column = std::move(column);
    for (const eventlog::Instance& one : instances_) {
      if (one.person.is_none()) continue;
      const std::string label = label_of(one);
      if (!means_nothing(label) && people[label].size() >= smallest_group) {
        counts.add(one.activity, label);
      }
    }
    return counts;
  }

  [[nodiscard]] Counts group_counts() const {
    return people_counts("org:group", [&](const eventlog::Instance& one) {
      return one.group.is_none() ? std::string() : log_.groups[one.group];
    });
  }

  [[nodiscard]] Counts function_counts(std::string column) const {
    std::map<std::string, std::string> functions;
    for (const eventlog::StaffMember& member : staff_) {
      functions.emplace(member.person, member.function);
    }
    return people_counts(std::move(column), [&](const eventlog::Instance& one) {
      const auto at = functions.find(log_.persons[one.person]);
      return at == functions.end() ? std::string() : at->second;
    });
  }

  [[nodiscard]] Placing agreed_values(const Counts& counts) const {
    Placing placing;
    placing.column = counts.column;
    placing.of.resize(log_.activities.size());
    for (const ActivityId id : ids(counts.of)) {
      const Majority found = majority(counts.of[id]);
      if (found.share >= agreed) placing.of[id] = found;
    }
    return placing;
  }

  // ---- sub-processes

  [[nodiscard]] Placing by_code() const {
    Placing placing;
    placing.of.resize(log_.activities.size());
    const auto codes = column_counts(code_columns);
    if (codes) placing.column = codes->column;
    for (const ActivityId id : ids(placing.of)) {
      const Majority code =
          codes ? majority(codes->of[id]) : Majority{log_.activities[id], 1, events_of_[id]};
      if (code.share >= agreed) {
        placing.of[id] = {sub_process_of_code(code.value), code.share, code.events};
      }
    }
    return placing;
  }

  [[nodiscard]] Placing by_words() const {
    Placing placing;
    for (std::string& ending : shared_endings(log_.activities.texts())) {
      const std::size_t events = events_of_[placing.of.next_id()];
      placing.of.push_back({std::move(ending), 1, events});
    }
    return placing;
  }

  [[nodiscard]] Placing by_community() const {
    const HandOvers handovers = count_handovers(log_, instances_);
    return agreed_values(people_counts("", [&](const eventlog::Instance& one) {
      return "gemeenschap " +
             std::to_string(handovers.community_of_person[one.person.index()] + 1);
    }));
  }

  /// Share of events placed; 0 when all of them are in one place.
  [[nodiscard]] double worth(const Placing& placing) const {
    std::set<std::string> places;
    std::size_t placed = 0;
    for (const ActivityId id : ids(placing.of)) {
      if (placing.of[id].value.empty() || events_of_[id] == 0) continue;
      places.insert(placing.of[id].value);
      placed += events_of_[id];
    }
    if (places.size() < 2) return 0;
    return static_cast<double>(placed) / static_cast<double>(instances_.size());
  }

  [[nodiscard]] Placing best_placing() const {
    Placing best;
    best.of.resize(log_.activities.size());
    double most = 0;
    const auto is_enough = [&](SubProcessRule rule, Placing placing) {
      const double share = worth(placing);
      if (share > most) {
        placing.rule = rule;
        best = std::move(placing);
        most = share;
      }
      return most >= enough;
    };
    if (is_enough(SubProcessRule::code, by_code())) return best;
    if (is_enough(SubProcessRule::words, by_words())) return best;
    if (is_enough(SubProcessRule::group, agreed_values(group_counts()))) return best;
    if (const auto departments = column_counts(department_columns)) {
      if (is_enough(SubProcessRule::department, agreed_values(*departments))) return best;
    }
    is_enough(SubProcessRule::community, by_community());
    return best;
  }

  void write_sub_processes(const Placing& placing) {
    std::map<std::string, std::vector<ActivityId>> members;
    for (const ActivityId id : ids(placing.of)) {
      if (!placing.of[id].value.empty() && events_of_[id] > 0) {
        members[placing.of[id].value].push_back(id);
      }
    }
    for (auto& [id, activities] : members) {
      std::stable_sort(activities.begin(), activities.end(), [&](ActivityId a, ActivityId b) {
        return events_of_[a] > events_of_[b];
      });
      SubProcessWords words;
      if (placing.rule == SubProcessRule::code) {
        std::vector<std::string> titles;
        for (const ActivityId activity : activities) titles.push_back(titles_[activity.index()]);
        words = words_of_code(id, titles);
      }
      result_.map.sub_processes.push_back({id, words.words, "", {}});
      result_.words.push_back(words.from);
    }
  }

  // ---- marks

  [[nodiscard]] std::optional<Counts> counts_of(Mark mark) const {
    if (mark == Mark::discipline) {
      // What people are employed as says more of their profession than any column of a case.
      Counts functions = function_counts("functie (personeelslijst)");
      if (!functions.values.empty()) return functions;
    }
    if (auto counts = column_counts(columns_of(mark))) return counts;
    if (mark == Mark::product) {
      Counts types = no_counts();
      types.column = "zaaktype";
      count(types, [&](std::size_t event) {
        return log_.cases[log_.events[event].case_id].case_type;
      });
      if (!types.values.empty()) return types;
    }
    if (mark == Mark::discipline) {
      Counts groups = group_counts();
      if (!groups.values.empty()) return groups;
    }
    return std::nullopt;
  }

  IdVector<ActivityId, Majority> find_mark(Mark mark) {
    const IdVector<ActivityId, Majority> nothing(log_.activities.size());
    MarkFinding& finding = result_.marks[static_cast<std::size_t>(mark)];
    const auto counts = counts_of(mark);
    if (!counts || counts->values.empty()) return nothing;
    finding.column = counts->column;
    finding.values = counts->values.size();
    const Placing placing = agreed_values(*counts);
    constexpr double half = 0.5;  // Judgement: a mark of fewer events divides no work.
    std::set<std::string> values;
    std::size_t events = 0;
    for (const ActivityId id : ids(placing.of)) {
      if (placing.of[id].value.empty()) continue;
      values.insert(placing.of[id].value);
      events += events_of_[id];
    }
    const bool most = static_cast<double>(events) >= half * static_cast<double>(instances_.size());
    finding.seen = finding.values == 1 || (most && values.size() == 1) ? Seen::one_value
                   : most                                              ? Seen::found
                                                                       : Seen::spread;
    return finding.seen == Seen::found ? placing.of : nothing;
  }

  void write_activities(const Placing& placing,
                        const std::array<IdVector<ActivityId, Majority>, org::mark_count>& marks) {
    std::vector<ActivityId> order;
    for (const ActivityId id : ids(events_of_)) {
      if (events_of_[id] > 0) order.push_back(id);
    }
    // Those in no sub-process last.
    const auto rank = [&](ActivityId id) {
      const std::string& place = placing.of[id].value;
      return std::tuple<bool, const std::string&, const std::string&>(place.empty(), place,
                                                                      log_.activities[id]);
    };
    std::sort(order.begin(), order.end(),
              [&](ActivityId a, ActivityId b) { return rank(a) < rank(b); });
    for (const ActivityId id : order) {
      org::MapActivity one{log_.activities[id], placing.of[id].value, {}};
      ActivityReason reason{events_of_[id], titles_[id.index()], placing.of[id].share, {}};
      for (std::size_t m = 0; m < org::mark_count; ++m) {
        one.marks.texts[m] = marks[m][id].value;
        reason.said[m] =
            static_cast<double>(marks[m][id].events) / static_cast<double>(events_of_[id]);
      }
      result_.map.activities.push_back(std::move(one));
      result_.reasons.push_back(std::move(reason));
    }
  }

  /// The units of the staff list, else of the records, for the user to say what lies within what.
  void write_units() {
    std::set<std::string> units;
    for (const eventlog::StaffMember& member : staff_) {
      if (!means_nothing(member.unit)) units.insert(member.unit);
    }
    if (units.empty()) {
      for (const std::string& group : log_.groups.texts()) {
        if (!means_nothing(group)) units.insert(group);
      }
    }
    for (const std::string& unit : units) result_.map.units.push_back({unit, "", {}});
  }

  const eventlog::EventLog& log_;
  std::span<const eventlog::Instance> instances_;
  const eventlog::StaffList& staff_;
  IdVector<ActivityId, std::size_t> events_of_;
  std::vector<std::string> titles_;  // by activity
  MapProposal result_;
};

}  // namespace

MapProposal propose_map(const eventlog::EventLog& log,
                        std::span<const eventlog::Instance> instances,
                        const eventlog::StaffList& staff) {
  return Proposer(log, instances, staff).propose();
}

}  // namespace veer::discover
