// SPDX-License-Identifier: EUPL-1.2
#include <fmt/format.h>

#include <algorithm>
#include <set>

#include "veer/codec/input_reader.hpp"
#include "veer/codec/scenario_parts.hpp"

namespace veer::codec {
namespace {

constexpr std::string_view waits_for_words[] = {"applicant", "partner"};
constexpr std::string_view urgency_words[] = {"ordinary", "first", "at_once"};
constexpr std::string_view block_end = "done";

/// Reads the steps of one case type.
class StepReader {
 public:
  StepReader(std::string name, org::Text type, const Known& known, Mentions& asked)
      : name_(std::move(name)),
        type_(std::move(type)),
        origins_(&known.origins),
        boards_(&known.boards),
        asked_(&asked) {}

  std::vector<org::ScenarioStep> read_block(const YamlNode& node) {
    std::vector<org::ScenarioStep> steps;
    const std::vector<YamlNode> items = node.items();
    for (const YamlNode& item : items) steps.push_back(read_step(item));
    if (node.is_present() && node.is_list() && steps.empty()) {
      node.report("no steps", "at least one step");
    }
    std::vector<std::string> known;
    for (const org::ScenarioStep& step : steps) known.push_back(step.id);
    known.emplace_back(block_end);
    for (std::size_t i = 0; i < steps.size(); ++i) {
      read_next(items[i].find("next"), known, steps[i]);
    }
    report_unreached(steps, items);
    return steps;
  }

 private:
  [[nodiscard]] org::Input input(const YamlNode& node, const Measure& measure,
                                 const org::ScenarioStep& step, std::string_view key,
                                 const org::Text& what) const {
    return read_input(node, measure, fmt::format("{}.{}.{}", name_, step.id, key),
                      {fmt::format("{}: {}, {}", type_.nl, step.name.nl, what.nl),
                       fmt::format("{}: {}, {}", type_.en, step.name.en, what.en)},
                      *origins_);
  }

  org::ScenarioStep read_step(const YamlNode& item) {
    item.only({"id", "name", "competence", "domain", "effort", "spread", "formal_decision",
               "four_eyes", "wait", "time", "stops_clock", "price", "parallel", "board", "next"});
    org::ScenarioStep step;
    step.id = read_id(item.at("id"));
    if (!ids_.insert(step.id).second || step.id == block_end) {
      item.find("id").report(step.id, "an id of its own within the case type, and not 'done'");
    }
    step.name = read_text(item.at("name"));
    const YamlNode competence = item.find("competence");
    const YamlNode wait = item.find("wait");
    const YamlNode parallel = item.find("parallel");
    const YamlNode board = item.find("board");
    int kinds = 0;
    for (const YamlNode* kind : {&competence, &wait, &parallel, &board}) {
      if (kind->is_present()) ++kinds;
    }
    if (item.is_map() && kinds != 1) {
      item.report(kinds == 0 ? "none of them" : "several of them",
                  "one of competence, wait, board or parallel",
                  "A step is work by a person, a wait, a board's decision, or branches side by "
                  "side.");
      return step;
    }
    const bool works = competence.is_present();
    forbid(item, works ? std::vector<std::string_view>{"time", "stops_clock", "price"}
                       : std::vector<std::string_view>{"effort", "domain", "formal_decision",
                                                       "four_eyes"});
    step.spread = input(item.find("spread"), spread_measure, step, "spread",
                        {"kwadratische variatiecoëfficiënt", "squared coefficient of variation"});
    if (works) read_activity(item, step);
    if (wait.is_present()) {
      step.kind = org::ScenarioStep::Kind::wait;
      step.waits_for = static_cast<work::WaitsFor>(wait.choice(waits_for_words));
      step.wait = input(item.at("time"), days_measure, step, "time",
                        {"gemiddelde wachttijd", "mean wait"});
      const YamlNode stops = item.find("stops_clock");
      step.stops_clock = stops.is_present() ? stops.flag()
                                            : step.waits_for == work::WaitsFor::applicant;
      if (step.waits_for == work::WaitsFor::applicant) forbid(item, {"price"});
      step.price = input(item.find("price"), money_measure, step, "price",
                         {"prijs per keer", "price each time"});
    }
    if (board.is_present()) {
      forbid(item, {"time", "spread", "stops_clock", "price"});
      step.kind = org::ScenarioStep::Kind::board;
      step.board = board.text();
      std::vector<std::string> known;
      for (const org::ScenarioBoard& one : *boards_) known.push_back(one.id);
      if (board.is_text() && std::find(known.begin(), known.end(), step.board) == known.end()) {
        report_unknown_word(board, step.board, known, "a board of `boards`");
      }
    }
    if (parallel.is_present()) {
      forbid(item, {"time", "spread", "stops_clock", "price"});
      step.kind = org::ScenarioStep::Kind::parallel;
      for (const YamlNode& branch : parallel.items()) {
        branch.only({"steps"});
        step.branches.push_back(read_block(branch.at("steps")));
      }
      if (parallel.is_list() && step.branches.size() < 2) {
        parallel.report(fmt::format("{} branches", step.branches.size()), "two or more");
      }
    }
    return step;
  }

  void read_activity(const YamlNode& item, org::ScenarioStep& step) {
    step.competence = read_id(item.at("competence"));
    asked_->emplace_back(step.competence, item.find("competence"));
    step.domain = read_id(item.find("domain"));
    step.effort = input(item.at("effort"), effort_measure, step, "effort",
                        {"gemiddelde behandeltijd", "mean handling time"});
    step.formal_decision = item.find("formal_decision").flag();
    step.four_eyes = item.find("four_eyes").flag();
  }

  static void forbid(const YamlNode& item, const std::vector<std::string_view>& keys) {
    for (const std::string_view key : keys) {
      const YamlNode value = item.find(key);
      if (value.is_present()) {
        value.report(fmt::format("'{}'", key), "nothing",
                     "It has no meaning for this kind of step.");
      }
    }
  }

  void read_next(const YamlNode& node, const std::vector<std::string>& known,
                 org::ScenarioStep& step) {
    const auto target = [&known](const YamlNode& place) {
      const std::string to = place.text();
      if (place.is_text() && std::find(known.begin(), known.end(), to) == known.end()) {
        report_unknown_word(place, to, known, "a step of the same list, or done");
      }
      return to;
    };
    if (!node.is_present()) return;
    if (node.is_text()) {
      step.next.push_back({target(node), {}});
      return;
    }
    double most = 0;
    int rests = 0;
    for (const YamlNode& item : node.items()) {
      if (item.is_text()) {
        step.next.push_back({target(item), {}});
        ++rests;
        continue;
      }
      item.only({"to", "share"});
      const std::string to = target(item.at("to"));
      org::Input share = input(item.at("share"), share_measure, step, "to-" + to,
                               {fmt::format("aandeel dat naar '{}' gaat", to),
                                fmt::format("share that goes to '{}'", to)});
      most += share.high;
      for (const org::ScenarioNext& other : step.next) {
        if (other.to == to) item.report(to, "each next step once");
      }
      step.next.push_back({to, std::move(share)});
    }
    if (!node.is_list()) return;
    if (rests != 1) {
      node.report(fmt::format("{} steps without a share", rests), "exactly one",
                  "It takes the rest of the cases.");
    }
    constexpr double rounding = 1e-9;  // Exact: ten decimals are enough for any share.
    if (most > 1 + rounding) {
      node.report(fmt::format("shares that can add up to {:.3g}", most), "at most 1 together",
                  "Count the high ends of the ranges.");
    }
  }

  static void report_unreached(const std::vector<org::ScenarioStep>& steps,
                               const std::vector<YamlNode>& items) {
    std::set<std::string> reached;
    if (!steps.empty()) reached.insert(steps.front().id);
    for (std::size_t i = 0; i < steps.size(); ++i) {
      if (steps[i].next.empty() && i + 1 < steps.size()) reached.insert(steps[i + 1].id);
      for (const org::ScenarioNext& next : steps[i].next) reached.insert(next.to);
    }
    for (std::size_t i = 0; i < steps.size(); ++i) {
      if (reached.count(steps[i].id) != 0) continue;
      items[i].report(fmt::format("a step '{}' that nothing leads to", steps[i].id),
                      "a step that cases reach", "Name it in the `next` of another step.");
    }
  }

  std::string name_;
  org::Text type_;
  const Origins* origins_;
  const std::vector<org::ScenarioBoard>* boards_;
  Mentions* asked_;
  std::set<std::string> ids_;
};

std::optional<org::ScenarioTerm> read_term(const YamlNode& node, const std::string& name,
                                           const org::Text& definition, const Origins& origins) {
  if (!node.is_present()) return std::nullopt;
  node.only({"days", "law"});
  return org::ScenarioTerm{read_input(node.at("days"), days_measure, name, definition, origins),
                           node.at("law").text()};
}

/// A legal term: a number of days with the law that sets it, or the id of a law with a clock.
std::optional<org::ScenarioTerm> read_legal_term(const YamlNode& node, const std::string& name,
                                                 const org::ScenarioCaseType& type,
                                                 const std::vector<org::Law>& laws,
                                                 const Origins& origins) {
  if (!node.is_present() || !node.is_map() || node.find("days").is_present()) {
    return read_term(node, name,
                     {fmt::format("{}: wettelijke termijn", type.name.nl),
                      fmt::format("{}: legal term", type.name.en)},
                     origins);
  }
  node.only({"law", "extended"});
  org::ScenarioTerm term;
  term.law = node.at("law").text();
  std::vector<std::string> known;
  std::vector<Day> decreed_days;
  const org::Law* named = nullptr;
  for (const org::Law& law : laws) {
    if (law.kind == org::LawKind::calendar) decreed_days = law.decreed_days;
    if (law.kind != org::LawKind::term) continue;
    known.push_back(law.id);
    if (law.id == term.law) named = &law;
  }
  if (named == nullptr) {
    if (node.find("law").is_text()) {
      report_unknown_word(node.find("law"), term.law, known,
                          "a law of `veer laws`, or `days` beside the law");
    }
    return std::nullopt;
  }
  term.clock = org::legal_term(*named, decreed_days);
  term.extended = read_input(node.find("extended"), share_measure, name + ".extended",
                             {fmt::format("{}: aandeel van te late zaken dat op tijd is verlengd",
                                          type.name.nl),
                              fmt::format("{}: share of late cases that were extended in time",
                                          type.name.en)},
                             origins);
  const bool extends = std::any_of(named->periods.begin(), named->periods.end(),
                                   [](const org::LawPeriod& period) {
                                     return period.term.extension.has_value();
                                   });
  if (term.extended.is_used() && !extends) {
    node.find("extended").report("an extension", "none", "This law knows no extension.");
  }
  return term;
}

}  // namespace

std::vector<org::ArrivalProfile> read_profiles(const YamlNode& node, const Origins& origins) {
  std::vector<org::ArrivalProfile> profiles;
  for (const auto& [id, item] : node.members()) {
    item.only({"days", "hours", "months", "judgement"});
    org::ArrivalProfile profile;
    profile.id = id;
    const YamlNode why = item.at("judgement");
    if (why.is_text()) {
      const auto known = origins.judgements.find(why.text());
      if (known == origins.judgements.end()) {
        why.report(why.shown(), "a key of `judgements`");
      } else {
        profile.reason = known->second;
      }
    } else {
      profile.reason = read_text(why);
    }
    const auto weights = [&item = item](std::string_view key, std::size_t count) {
      std::vector<double> result;
      // Judgement: any scale up to a thousand will do, only the proportions count.
      for (const YamlNode& weight : item.at(key).items()) result.push_back(weight.number(0, 1000));
      if (item.find(key).is_list() && result.size() != count) {
        item.find(key).report(fmt::format("{} weights", result.size()), fmt::format("{}", count));
      }
      result.resize(count);
      return result;
    };
    const std::vector<double> days = weights("days", 7);
    const std::vector<double> hours = weights("hours", 24);
    double sum = 0;
    for (std::size_t hour = 0; hour < profile.weights.size(); ++hour) {
      profile.weights[hour] = days[hour / 24] * hours[hour % 24];
      sum += profile.weights[hour];
    }
    if (item.is_map() && sum == 0) item.report("no arrivals in any hour", "an hour with a weight");
    const YamlNode months = item.find("months");
    if (months.is_present()) {
      const std::vector<double> of_year = weights("months", 12);
      std::copy(of_year.begin(), of_year.end(), profile.months.emplace().begin());
      if (months.is_list() && std::count(of_year.begin(), of_year.end(), 0.0) == 12) {
        months.report("no arrivals in any month", "a month with a weight");
      }
    }
    profiles.push_back(std::move(profile));
  }
  return profiles;
}

void read_case_types(const YamlNode& node, const std::string& prefix, bool proposals,
                     const Known& known, Mentions& asked,
                     std::vector<org::ScenarioCaseType>& types) {
  const Origins& origins = known.origins;
  const ArrivalsMeasure arrivals(known.inhabitants);
  std::vector<std::string> known_profiles;
  for (const org::ArrivalProfile& profile : known.profiles) known_profiles.push_back(profile.id);
  for (const YamlNode& item : node.items()) {
    item.only({"id", "name", "domain", "arrivals", "profile", "legal_term", "service_norm",
               "urgency", "patience", "observed", "steps"});
    org::ScenarioCaseType type;
    type.proposal = proposals;
    type.id = read_id(item.at("id"));
    type.name = read_text(item.at("name"));
    for (const org::ScenarioCaseType& other : types) {
      if (other.id == type.id || other.name.nl == type.name.nl) {
        item.report(fmt::format("a second case type {} ({})", type.id, type.name.nl),
                    "an id and a name of its own");
      }
    }
    const std::string name = fmt::format("{}/{}", prefix, type.id);
    const auto defined = [&type](const char* dutch, const char* english) {
      return org::Text(fmt::format("{}: {}", type.name.nl, dutch),
                       fmt::format("{}: {}", type.name.en, english));
    };
    type.domain = read_id(item.at("domain"));
    type.arrivals = read_input(item.at("arrivals"), arrivals.measure(), name + ".arrivals",
                               defined("nieuwe zaken per jaar", "new cases a year"), origins);
    type.profile = item.at("profile").text();
    if (item.find("profile").is_text() &&
        std::find(known_profiles.begin(), known_profiles.end(), type.profile) ==
            known_profiles.end()) {
      report_unknown_word(item.find("profile"), type.profile, known_profiles,
                          "a key of `profiles`");
    }
    type.legal_term = read_legal_term(item.find("legal_term"), name + ".legal_term", type,
                                      known.laws, origins);
    type.service_norm = read_term(item.find("service_norm"), name + ".service_norm",
                                  defined("servicenorm", "service norm"), origins);
    if (item.find("urgency").is_present()) {
      type.urgency = static_cast<work::Urgency>(item.find("urgency").choice(urgency_words));
    }
    type.patience = read_input(item.find("patience"), days_measure, name + ".patience",
                               defined("gemiddeld geduld tot intrekking",
                                       "mean patience until withdrawal"),
                               origins);
    if (type.patience.is_used() && type.patience.low <= 0) {
      item.find("patience").report("a patience of 0 days", "more than 0 days",
                                   "Leave it out where applicants do not withdraw.");
    }
    if (item.find("observed").is_present()) {
      type.observed_days = read_input(item.find("observed"), days_measure, name + ".observed",
                                      defined("waargenomen doorlooptijd", "observed elapsed time"),
                                      origins);
    }
    type.steps = StepReader(name, type.name, known, asked).read_block(item.at("steps"));
    types.push_back(std::move(type));
  }
  if (node.is_list() && !proposals && types.empty()) {
    node.report("no case types", "at least one case type");
  }
}

}  // namespace veer::codec
