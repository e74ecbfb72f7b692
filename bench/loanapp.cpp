// SPDX-License-Identifier: EUPL-1.2
// The LoanApp scenario of Prosimos as a Veer scenario: four people, one a role, weekly calendars,
// loops; the ledger of every case is kept as always.
//
// Usage: loanapp SCENARIO.json CASES REPLICATIONS THREADS [LOG.csv SEED]
// SCENARIO.json is made by bench/peers/loanapp.py. Prints a JSON line {"cases", "activities",
// "seconds", "elapsed"}: processor time and time by the clock of simulating, reading and compiling
// left out. LOG.csv gets the first replication of SEED as Prosimos would write it.
#include <chrono>
#include <ctime>
#include <fstream>
#include <iostream>
#include <map>
#include <nlohmann/json.hpp>
#include <string>
#include <vector>

#include "veer/app/threads.hpp"
#include "veer/sim/replication.hpp"

namespace veer::bench {
namespace {

using Json = nlohmann::json;

calendar::Roster roster_of(const Json& hours) {
  calendar::Roster roster;
  for (const Json& row : hours) {
    roster.days.at(row.at(0)).push_back({std::chrono::seconds(row.at(1).get<int>()),
                                         std::chrono::seconds(row.at(2).get<int>())});
  }
  return roster;
}

constexpr double seconds_per_hour = 3600;

/// `least` plus an exponential time, cut off at `most`, as 2,048 of its quantiles.
Distribution truncated_exponential(double mean, double least, double most) {
  constexpr std::size_t points = 2048;
  const double scale = mean - least;
  const double within = -std::expm1(-(most - least) / scale);
  std::vector<double> quantiles;
  for (std::size_t i = 0; i < points; ++i) {
    const double u = static_cast<double>(i) / (points - 1);
    quantiles.push_back((least - scale * std::log1p(-u * within)) / seconds_per_hour);
  }
  return Distribution::empirical(std::move(quantiles));
}

Distribution effort_of(const Json& step) {
  const auto p = step.at("parameters").get<std::vector<double>>();
  if (step.at("distribution") == "fix") return Distribution::constant(p.at(0) / seconds_per_hour);
  return truncated_exponential(p.at(0), p.at(1), p.at(2));
}

/// A histogram as 10,000 of its values, in proportion.
Distribution interval_of(const Json& scenario) {
  const auto cdf = scenario.at("interval_cdf").get<std::vector<double>>();
  const auto values = scenario.at("interval_seconds").get<std::vector<double>>();
  std::vector<double> sample;
  std::size_t bin = 0;
  for (int i = 0; i < 4096; ++i) {
    while (bin + 1 < cdf.size() && (i + 0.5) / 4096 > cdf[bin]) ++bin;
    sample.push_back(values[bin] / seconds_per_hour);
  }
  return Distribution::empirical(std::move(sample));
}

std::vector<work::Transition> transitions_of(const Json& rows) {
  std::vector<work::Transition> transitions;
  for (const Json& row : rows) {
    transitions.push_back({work::StepId(row.at(0).get<std::size_t>()), row.at(1).get<double>()});
  }
  return transitions;
}

struct World {
  work::Work work;
  org::Workforce workforce;
  org::Organisation organisation;
  org::Assumptions assumptions;
  sim::Run run;
};

World world_of(const Json& scenario, std::uint32_t cases) {
  World world;
  work::CaseType type;
  type.name = "LoanApp";
  type.arrivals.interval = world.work.distributions.push_back(interval_of(scenario));
  type.arrivals.at_most = cases;
  type.process.first = transitions_of(scenario.at("first"));
  std::map<std::size_t, std::vector<work::ActivityId>> done_by;
  for (const Json& row : scenario.at("steps")) {
    work::Step step;
    if (row.contains("activity")) {
      const std::string name = row.at("activity");
      step.kind = work::StepKind::activity;
      step.activity = world.work.activities.push_back(
          {name, name, "", world.work.distributions.push_back(effort_of(row))});
      done_by[row.at("person")].push_back(step.activity);
    }
    step.next = transitions_of(row.at("next"));
    type.process.steps.push_back(step);
  }
  world.work.case_types.push_back(std::move(type));

  world.workforce.office_hours = roster_of(scenario.at("arrival_hours"));
  world.organisation.id = "loanapp";
  const auto unit = world.organisation.units.push_back({"bank", "bank", {}, {}});
  for (std::size_t i = 0; i < scenario.at("people").size(); ++i) {
    org::Person person;
    person.pseudonym = scenario.at("people").at(i).at("name");
    person.roster =
        world.workforce.rosters.push_back(roster_of(scenario.at("people").at(i).at("hours")));
    for (const work::ActivityId activity : done_by[i]) person.competences.push_back({activity, 1});
    world.workforce.persons.push_back(std::move(person));
    world.organisation.places.push_back({unit, {}});
  }
  // goes_on_share 0: the oldest first, whichever case it is of.
  world.assumptions.attention_fifo = 1;
  world.assumptions.tasks_at_once = 1;
  // Arrivals take a month a thousand cases, the work that piles up about ten times as long.
  const auto days = static_cast<std::int32_t>(cases / 20 + 60);
  world.run.window = {*day_from_date(2022, 6, 20), 0, days, 20 * days};
  return world;
}

void write_log(const World& world, const sim::Outcome& outcome, const std::string& path) {
  std::ofstream file(path);
  file << "case_id,activity,start_time,end_time,resource\n";
  for (const sim::SimulatedEvent& event : outcome.events) {
    file << event.number << ',' << world.work.activities[event.activity].name << ','
         << to_iso(event.start) << ',' << to_iso(event.end) << ','
         << world.workforce.persons[event.person].pseudonym << '\n';
  }
}

struct Done {
  std::uint64_t cases = 0;
  std::uint64_t activities = 0;
};

/// One replication; nothing when it could not run, which is told.
Done replicate(const World& world, std::uint32_t replication, const std::string& log) {
  sim::Run run = world.run;
  run.replication = replication;
  run.record_events = replication == 0 && !log.empty();
  const auto outcome =
      sim::simulate(world.work, world.workforce, world.organisation, world.assumptions, run);
  if (!outcome) {
    std::cerr << to_string(outcome.error().front()) << '\n';
    return {};
  }
  if (run.record_events) write_log(world, *outcome, log);
  Done done;
  for (const sim::CaseOutcome& one : outcome->cases) done.cases += one.finished ? 1 : 0;
  done.activities = outcome->steps_done;
  return done;
}

int run(const std::string& path, std::uint32_t cases, std::uint32_t replications,
        unsigned threads, const std::string& log, std::uint64_t seed) {
  World world = world_of(Json::parse(std::ifstream(path)), cases);
  world.run.seed = seed;
  app::ThreadExecutor executor(threads);
  std::vector<Done> done(replications);
  const std::clock_t used_before = std::clock();
  const auto begun = std::chrono::steady_clock::now();
  executor.run(replications, [&](std::size_t r) {
    done[r] = replicate(world, static_cast<std::uint32_t>(r), log);
  });
  const std::chrono::duration<double> elapsed = std::chrono::steady_clock::now() - begun;
  const double seconds = static_cast<double>(std::clock() - used_before) / CLOCKS_PER_SEC;
  Done sum;
  for (const Done& one : done) {
    sum.cases += one.cases;
    sum.activities += one.activities;
  }
  std::cout << Json{{"cases", sum.cases},
                    {"activities", sum.activities},
                    {"seconds", seconds},
                    {"elapsed", elapsed.count()}}
            << '\n';
  return sum.cases == std::uint64_t{cases} * replications ? 0 : 1;
}

}  // namespace
}  // namespace veer::bench

int main(int count, char** words) {
  if (count != 5 && count != 7) {
    std::cerr << "loanapp SCENARIO.json CASES REPLICATIONS THREADS [LOG.csv SEED]\n";
    return 2;
  }
  const auto number = [words](int at) {
    return static_cast<std::uint32_t>(std::stoul(words[at]));
  };
  return veer::bench::run(words[1], number(2), number(3), number(4), count > 5 ? words[5] : "",
                          count > 6 ? number(6) : 1);
}
