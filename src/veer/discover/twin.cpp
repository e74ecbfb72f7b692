// SPDX-License-Identifier: EUPL-1.2
#include "veer/discover/twin.hpp"

#include <algorithm>
#include <map>
#include <set>

#include "veer/calendar/holidays.hpp"
#include "veer/discover/people.hpp"
#include "veer/discover/season.hpp"
#include "veer/stats/summary.hpp"

namespace veer::discover {
namespace {

// Judgement: fewer estimates do not make a distribution of their own.
constexpr std::size_t min_efforts = 5;
// Judgement: a case type with fewer cases cannot have a process of its own.
constexpr std::size_t min_cases = 30;
// Judgement: what day stamps hide varies about as much as its mean.
constexpr double judged_scv = 1;
// Judgement: closed days are known some years beyond the records, for simulations of what comes.
constexpr int years_ahead = 10;
// Exact: mean days of a year.
constexpr double days_per_year = 365.25;
constexpr double minutes_per_hour = 60;

org::Input factor_input() {
  org::Input input;
  input.name = "twin/effort.factor";
  input.value = 1;
  input.low = 0.5;
  input.high = 1.5;
  input.unit = "1";
  input.definition = {"Inspanning gedeeld door de schatting uit de vorige registratie.",
                      "Effort over the estimate from the previous registration."};
  input.reason = {
      "De registraties hebben geen begintijd. De geschatte tijd kan ander werk bevatten, en wie "
      "alleen afmeldt kan er eerder aan hebben gewerkt.",
      "The records hold no start times. The estimated time may hold other work, and who only "
      "registers completion may have worked on it before."};
  return input;
}

org::Input minutes_input() {
  org::Input input;
  input.name = "twin/effort.minutes";
  input.value = 20;
  input.low = 5;
  input.high = 60;
  input.unit = "minutes";
  input.definition = {"Gemiddelde inspanning van een handeling zonder bruikbaar tijdstip.",
                      "Mean effort of an activity without a usable time of day."};
  input.reason = {
      "De registraties noemen van deze handelingen alleen de dag. De marge loopt van een vinkje "
      "zetten tot een brief schrijven.",
      "The records tell only the day of these activities. The range runs from ticking a box to "
      "writing a letter."};
  return input;
}

Distribution judged_effort(double minutes) {
  return Distribution::lognormal(minutes / minutes_per_hour, judged_scv);
}

/// The parts of a twin while it is being made.
class Discoverer {
 public:
  Discoverer(const eventlog::EventLog& log, std::span<const eventlog::Instance> instances,
             const eventlog::StaffList& staff)
      : log_(log), instances_(instances), staff_(staff) {}

  Result<Twin> run() {
    if (instances_.empty()) {
      return fail({ErrorCode::unsupported, "records", "no completed activity", "at least one",
                   "Import records in which activities are completed."});
    }
    if (std::all_of(instances_.begin(), instances_.end(),
                    [](const auto& i) { return i.person.is_none(); })) {
      return fail({ErrorCode::unsupported, "records", "no person with any activity",
                   "activities with the person who did them",
                   "Import the column that says who did it; without it nothing can be said about "
                   "organisation."});
    }
    number_activities();
    set_period();
    const LearnedRosters rosters = learn_rosters(log_, instances_);
    twin_.rosters_learned = rosters.learned;
    const auto closed = closed_days();
    rows_ = observe(log_, instances_, rosters, closed);
    twin_.handovers = count_handovers(log_, instances_);
    learn_workforce(rosters, closed);
    learn_efforts();
    learn_case_types(rosters.office_hours, closed);
    measure();
    return std::move(twin_);
  }

 private:
  void number_activities() {
    std::vector<bool> used(log_.activities.size(), false);
    for (const auto& instance : instances_) used[instance.activity.index()] = true;
    activity_of_.resize(log_.activities.size());
    for (std::size_t i = 0; i < used.size(); ++i) {
      const eventlog::ActivityId id(i);
      if (!used[i]) continue;
      const std::string& name = log_.activities[id];
      activity_of_[id] = work().activities.push_back({name, name, "", {}});
    }
  }

  void set_period() {
    twin_.period = find_period(instances_);
    std::size_t day_stamps = 0;
    std::set<eventlog::CaseId> cases;
    for (const auto& instance : instances_) {
      if (day_only(instance.end)) ++day_stamps;
      cases.insert(instance.case_id);
    }
    twin_.case_count = cases.size();
    twin_.instance_count = instances_.size();
    twin_.day_only_share =
        static_cast<double>(day_stamps) / static_cast<double>(instances_.size());
    twin_.on_time = count_on_time(log_, find_case_dates(log_), twin_.period.last);
  }

  [[nodiscard]] std::vector<Day> closed_days() const {
    return calendar::office_holidays(date_of(day_of(twin_.period.earliest)).year,
                                     date_of(day_of(twin_.period.latest)).year + years_ahead);
  }

  void learn_workforce(const LearnedRosters& rosters, const std::vector<Day>& closed) {
    LearnedPeople people =
        learn_people(log_, rows_, activity_of_, rosters, twin_.handovers, staff_,
                                        twin_.period);
    twin_.central.workforce = std::move(people.workforce);
    twin_.central.workforce.closed_days = closed;
    twin_.person_count = people.seen;
    twin_.left = people.left;
    twin_.staff_without_records = people.staff_without_records;
    twin_.coverage.paid_hours = people.paid_hours;
    twin_.coverage.least_paid_hours = people.least_paid_hours;
    twin_.coverage.most_paid_hours = people.most_paid_hours;
    twin_.home_unit = std::move(people.home_unit);
  }

  void learn_efforts() {
    std::vector<std::vector<double>> known(work().activities.size());
    std::vector<std::size_t> recorded(known.size());
    std::vector<std::size_t> with_person(known.size());
    for (const Observation& row : rows_) {
      const std::size_t activity = activity_of_[row.instance.activity].index();
      if (!row.instance.person.is_none()) ++with_person[activity];
      if (row.effort_hours) known[activity].push_back(*row.effort_hours);
      if (row.basis == StartBasis::recorded) ++recorded[activity];
      const double share = 1 / static_cast<double>(rows_.size());
      (row.basis == StartBasis::recorded    ? twin_.starts.recorded
       : row.basis == StartBasis::estimated ? twin_.starts.estimated
                                            : twin_.starts.unknown) += share;
    }
    twin_.effort_basis.resize(known.size());
    for (const work::ActivityId id : ids(work().activities)) {
      const auto& sample = known[id.index()];
      EffortBasis& basis = twin_.effort_basis[id];
      if (with_person[id.index()] == 0) {
        basis = EffortBasis::automatic;
      } else if (recorded[id.index()] > 0) {
        basis = EffortBasis::recorded;
      } else {
        basis = sample.size() >= min_efforts ? EffortBasis::estimated : EffortBasis::judged;
      }
      work().activities[id].effort = work().distributions.push_back(
          basis == EffortBasis::automatic ? Distribution::constant(0)
          : basis == EffortBasis::judged  ? judged_effort(minutes_input().value)
                                          : Distribution::empirical(sample));
    }
  }

  /// The cases (indices into flows) of each case type; rare types together, named "*".
  std::map<std::string, std::vector<std::size_t>> cases_by_type(const Flows& flows) const {
    std::map<std::string, std::vector<std::size_t>> types;
    for (std::size_t c = 0; c < flows.cases.size(); ++c) {
      types[log_.cases[case_id(flows, c)].case_type].push_back(c);
    }
    std::map<std::string, std::vector<std::size_t>> result;
    for (auto& [name, cases] : types) {
      auto& target = result[cases.size() >= min_cases ? name : "*"];
      target.insert(target.end(), cases.begin(), cases.end());
    }
    const auto rest = result.find("*");
    if (rest != result.end()) {
      std::sort(rest->second.begin(), rest->second.end());
      if (rest->second.size() < min_cases && result.size() > 1) {
        // Too few even together: with the largest type.
        auto largest = result.end();
        for (auto at = result.begin(); at != result.end(); ++at) {
          if (at == rest) continue;
          if (largest == result.end() || at->second.size() > largest->second.size()) largest = at;
        }
        largest->second.insert(largest->second.end(), rest->second.begin(), rest->second.end());
        std::sort(largest->second.begin(), largest->second.end());
        result.erase(rest);
      }
    }
    return result;
  }

  [[nodiscard]] eventlog::CaseId case_id(const Flows& flows, std::size_t c) const {
    return rows_[flows.cases[c].front().rows.front()].instance.case_id;
  }

  [[nodiscard]] Instant arrival(const std::vector<Block>& blocks) const {
    Instant first = Instant::max();
    for (const std::size_t row : blocks.front().rows) first = std::min(first, rows_[row].start);
    return first;
  }

  void learn_case_types(const calendar::Roster& office, const std::vector<Day>& closed) {
    const Flows flows = find_flows(rows_);
    const calendar::WorkingTime time(office, day_of(twin_.period.earliest),
                                    day_of(twin_.period.latest) + 1, closed);
    ProcessLearner learner(rows_, flows, activity_of_, time);
    const CaseDates dates = find_case_dates(log_);
    const auto types = cases_by_type(flows);
    for (const auto& blocks : flows.cases) twin_.elapsed_hours.push_back(elapsed(blocks));
    for (const auto& [name, all_cases] : types) {
      work::CaseType type;
      type.name = types.size() == 1 ? std::string() : name;
      LearnedProcess learned = learner.learn(all_cases, work().distributions);
      const std::size_t count = newest_count(all_cases.size(), learned.memory);
      const std::vector<std::size_t> cases(
          all_cases.end() - static_cast<std::ptrdiff_t>(count), all_cases.end());
      type.arrivals = arrivals_of(flows, all_cases, office);
      type.process = std::move(learned.process);
      type.delay_correlation = learned.delay_correlation;
      type.effort_follows_delay = twin_.starts.recorded == 0;
      std::vector<eventlog::CaseId> case_ids;
      std::vector<Instant> begun;
      RecordedCases recorded;
      recorded.memory = learned.memory;
      for (const std::size_t c : cases) {
        case_ids.push_back(case_id(flows, c));
        begun.push_back(begin_of(flows.cases[c]));
        recorded.elapsed_hours.push_back(elapsed(flows.cases[c]));
      }
      const auto terms = term_days(dates, case_ids, begun);
      if (!terms.empty()) {
        type.legal_term = work::Term{
            work().distributions.push_back(Distribution::empirical(terms)),
            "records: first event - " + dates.deadline->name};
      }
      work().case_types.push_back(std::move(type));
      twin_.recorded.push_back(std::move(recorded));
    }
  }

  [[nodiscard]] double elapsed(const std::vector<Block>& blocks) const {
    Instant last = Instant::min();
    for (const Block& block : blocks) {
      for (const std::size_t row : block.rows) last = std::max(last, rows_[row].instance.end);
    }
    return hours(last - begin_of(blocks));
  }

  [[nodiscard]] Instant begin_of(const std::vector<Block>& blocks) const {
    Instant first = Instant::max();
    for (const std::size_t row : blocks.front().rows) {
      first = std::min(first, rows_[row].instance.start);
    }
    return first;
  }

  [[nodiscard]] work::Arrivals arrivals_of(const Flows& flows,
                                           const std::vector<std::size_t>& cases,
                                           const calendar::Roster& office) const {
    work::Arrivals result;
    std::vector<Instant> arrivals;
    std::vector<Day> arrival_days;
    for (const std::size_t c : cases) {
      const Instant t = arrival(flows.cases[c]);
      note_arrival(result.weekly_profile, t, office);
      arrivals.push_back(t);
      arrival_days.push_back(day_of(t));
    }
    std::sort(arrivals.begin(), arrivals.end());
    std::sort(arrival_days.begin(), arrival_days.end());
    const Intake intake = find_intake(arrival_days);
    result.yearly_profile = profile_of(within(arrival_days, intake));
    const Instant first = arrivals[intake.before];
    const Instant last = arrivals[arrivals.size() - 1 - intake.after];
    const double span = std::max(1.0, mean_days(result.yearly_profile, first, last));
    const std::size_t usual = cases.size() - intake.before - intake.after;
    result.per_year = static_cast<double>(usual) / span * days_per_year;
    return result;
  }

  /// Only where the months differ by more than chance.
  static std::optional<work::YearlyProfile> profile_of(const std::vector<Day>& arrival_days) {
    const auto rhythm = find_months(arrival_days);
    if (!rhythm || !rhythm->found()) return std::nullopt;
    work::YearlyProfile profile{};
    for (std::size_t month = 0; month < profile.size(); ++month) {
      profile[month] = std::max(0.0, rhythm->factors[month].value);
    }
    return profile;
  }

  /// work::mean_days between two moments.
  static double mean_days(const std::optional<work::YearlyProfile>& profile, Instant from,
                          Instant to) {
    if (!profile) return days(to - from);
    const auto part = [&](Instant t) {
      return days(time_of_day(t)) * work::mean_days(profile, day_of(t), day_of(t) + 1);
    };
    return work::mean_days(profile, day_of(from), day_of(to)) + part(to) - part(from);
  }

  /// A day stamp tells no hour: its arrival is spread over the day's office hours.
  static void note_arrival(std::array<double, 168>& profile, Instant t,
                           const calendar::Roster& office) {
    const auto day = static_cast<std::size_t>(weekday_of(day_of(t)));
    const auto hour = static_cast<std::size_t>(hours(time_of_day(t)));
    if (!day_only(t) || office.days[day].empty()) {
      profile[day * 24 + hour] += 1;
      return;
    }
    double total = 0;
    for (const auto& interval : office.days[day]) total += hours(interval.to - interval.from);
    for (std::size_t h = 0; h < 24; ++h) {
      const Duration from = std::chrono::hours(h);
      for (const auto& interval : office.days[day]) {
        const Duration begin = std::max(from, interval.from);
        const Duration end = std::min(from + Duration(std::chrono::hours(1)), interval.to);
        if (end > begin) profile[day * 24 + h] += hours(end - begin) / total;
      }
    }
  }

  void measure() {
    twin_.activity_times.resize(work().activities.size());
    for (const work::ActivityId id : ids(work().activities)) {
      twin_.activity_times[id.index()].name = work().activities[id].name;
    }
    Coverage& coverage = twin_.coverage;
    double low = 0;
    double high = 0;
    std::vector<std::set<std::size_t>> people(work().activities.size());
    for (std::size_t i = 0; i < rows_.size(); ++i) {
      const Observation& row = rows_[i];
      const work::ActivityId id = activity_of_[row.instance.activity];
      ActivityTime& time = twin_.activity_times[id.index()];
      const double expected = work().distributions[work().activities[id].effort].mean();
      const bool judged = twin_.effort_basis[id] == EffortBasis::judged;
      const double effort = judged ? expected : row.effort_hours.value_or(expected);
      ++time.count;
      if (day_only(row.instance.end)) time.day_only_share += 1;
      if (!row.instance.person.is_none()) {
        people[id.index()].insert(row.instance.person.index());
      }
      time.working_hours += effort;
      if (i > 0 && rows_[i - 1].instance.case_id == row.instance.case_id) {
        time.waiting_hours += std::max(0.0, hours(row.start - rows_[i - 1].instance.end));
      }
      if (row.instance.person.is_none()) continue;
      coverage.recorded_hours += effort;
      const org::Input input = judged ? minutes_input() : factor_input();
      const bool certain = twin_.effort_basis[id] == EffortBasis::recorded;
      low += certain ? effort : effort * input.low / input.value;
      high += certain ? effort : effort * input.high / input.value;
    }
    for (std::size_t a = 0; a < people.size(); ++a) {
      twin_.activity_times[a].people.assign(people[a].begin(), people[a].end());
      twin_.activity_times[a].day_only_share /= static_cast<double>(twin_.activity_times[a].count);
    }
    if (coverage.paid_hours > 0) {
      coverage.low = std::min(1.0, low / coverage.most_paid_hours);
      coverage.high = std::min(1.0, high / coverage.least_paid_hours);
    }
    count_scarce();
  }

  void count_scarce() {
    const auto& persons = twin_.central.workforce.persons;
    std::vector<std::vector<org::PersonId>> holders(work().activities.size());
    std::map<std::string, ScarceActivities> units;
    for (const org::PersonId person : ids(persons)) {
      units[persons[person].unit_name].unit = persons[person].unit_name;
      for (const auto& competence : persons[person].competences) {
        holders[competence.activity.index()].push_back(person);
      }
    }
    for (const auto& own : holders) {
      if (own.empty() || own.size() > 2) continue;
      std::set<std::string> concerned;
      for (const org::PersonId person : own) concerned.insert(persons[person].unit_name);
      for (const std::string& unit : concerned) {
        ++(own.size() == 1 ? units[unit].one_holder : units[unit].two_holders);
      }
    }
    for (auto& [name, scarce] : units) twin_.scarce.push_back(std::move(scarce));
  }

  work::Work& work() { return twin_.central.work; }

  const eventlog::EventLog& log_;
  std::span<const eventlog::Instance> instances_;
  const eventlog::StaffList& staff_;
  IdVector<eventlog::ActivityId, work::ActivityId> activity_of_;
  std::vector<Observation> rows_;
  Twin twin_;
};

}  // namespace

std::size_t Twin::seasonal_types() const {
  const auto& types = central.work.case_types;
  return static_cast<std::size_t>(std::count_if(
      types.begin(), types.end(),
      [](const work::CaseType& type) { return type.arrivals.yearly_profile.has_value(); }));
}

double Twin::newest_share() const {
  double least = 1;
  for (const RecordedCases& type : recorded) least = std::min(least, type.memory.newest);
  return least;
}

std::vector<org::Input> Twin::inputs() const {
  const auto has = [this](EffortBasis basis) {
    return std::find(effort_basis.begin(), effort_basis.end(), basis) != effort_basis.end();
  };
  std::vector<org::Input> result;
  if (has(EffortBasis::estimated)) result.push_back(factor_input());
  if (has(EffortBasis::judged)) result.push_back(minutes_input());
  return result;
}

org::Baseline Twin::realise(const org::DrawnInputs& drawn) const {
  org::Baseline result = central;
  const double factor = drawn(factor_input());
  const double minutes = drawn(minutes_input());
  for (const work::ActivityId id : ids(result.work.activities)) {
    Distribution& effort = result.work.distributions[result.work.activities[id].effort];
    if (effort_basis[id] == EffortBasis::estimated) effort = effort.scaled(factor);
    if (effort_basis[id] == EffortBasis::judged) effort = judged_effort(minutes);
  }
  return result;
}

Result<Twin> discover(const eventlog::EventLog& log, std::span<const eventlog::Instance> instances,
                      const eventlog::StaffList& staff) {
  return Discoverer(log, instances, staff).run();
}

Result<Twin> discover(const eventlog::EventLog& log, const eventlog::StaffList& staff) {
  const auto instances = eventlog::instances(log);
  return discover(log, instances, staff);
}

}  // namespace veer::discover
