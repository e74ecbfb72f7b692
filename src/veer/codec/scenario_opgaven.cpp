// SPDX-License-Identifier: EUPL-1.2
#include <fmt/format.h>

#include <algorithm>

#include "veer/codec/input_reader.hpp"
#include "veer/codec/scenario_parts.hpp"

namespace veer::codec {
namespace {

/// Reads one opgave.
class OpgaveReader {
 public:
  OpgaveReader(const YamlNode& node, const std::string& prefix,
               const std::vector<org::ScenarioPost>& posts, const Origins& origins,
               Mentions& asked)
      : node_(node), prefix_(prefix), posts_(posts), origins_(origins), asked_(asked) {}

  org::ScenarioOpgave read() {
    node_.only({"id", "name", "domain", "begins", "due", "internal_failure", "external_failure",
                "exchange", "exchange_effort", "exchange_wait", "neglect_factor", "team", "tasks"});
    opgave_.id = read_id(node_.at("id"));
    opgave_.name = read_text(node_.at("name"));
    opgave_.domain = read_id(node_.at("domain"));
    opgave_.begins = read_date(node_.at("begins"));
    opgave_.due = read_date(node_.at("due"));
    if (node_.find("begins").is_text() && node_.find("due").is_text() &&
        opgave_.due < opgave_.begins) {
      node_.find("due").report(
          fmt::format("{}, before the begin on {}", to_iso(opgave_.due), to_iso(opgave_.begins)),
          "a date on or after `begins`");
    }
    opgave_.internal_failure = number("internal_failure", share_measure, internal_text());
    opgave_.external_failure = number("external_failure", share_measure, external_text());
    opgave_.exchange = number("exchange", share_measure, exchange_text());
    opgave_.exchange_effort = number("exchange_effort", effort_measure,
                                     {"tijd om een vraag te beantwoorden", "time to answer"});
    opgave_.exchange_wait =
        number("exchange_wait", days_measure,
               {"kantoordagen waarna een vraag blijft liggen",
                "office days until a question lapses"});
    opgave_.neglect_factor =
        number("neglect_factor", neglect_measure,
               {"hoeveel vaker het misgaat als alles genegeerd wordt",
                "how many times more often things fail when everything is ignored"});
    if (opgave_.exchange.is_used() && !opgave_.exchange_effort.is_used()) {
      node_.find("exchange").report("questions without an effort", "`exchange_effort` beside it",
                                    "Say how long answering one question takes.");
    }
    read_team();
    read_tasks();
    return std::move(opgave_);
  }

 private:
  static org::Text internal_text() {
    return {"aandeel delen dat overnieuw moet", "share of parts with an internal failure"};
  }
  static org::Text external_text() {
    return {"aandeel delen waardoor andere taken overnieuw moeten",
            "share of parts with a failure for other tasks"};
  }
  static org::Text exchange_text() {
    return {"aandeel delen waarna een andere taak iets gevraagd wordt",
            "share of parts after which another task is asked"};
  }

  [[nodiscard]] org::Input number(std::string_view key, const Measure& measure,
                                  const org::Text& what) const {
    return read_input(node_.find(key), measure, fmt::format("{}/{}.{}", prefix_, opgave_.id, key),
                      {fmt::format("{}: {}", opgave_.name.nl, what.nl),
                       fmt::format("{}: {}", opgave_.name.en, what.en)},
                      origins_);
  }

  void read_team() {
    std::vector<std::string> known;
    for (const org::ScenarioPost& post : posts_) {
      if (!post.id.empty()) known.push_back(post.id);
    }
    bool led = false;
    for (const YamlNode& item : node_.find("team").items()) {
      item.only({"post", "people", "share", "leads"});
      org::ScenarioClaim claim;
      claim.post = item.at("post").text();
      claim.leads = item.find("leads").flag();
      const auto post = std::find_if(posts_.begin(), posts_.end(), [&](const auto& one) {
        return !one.id.empty() && one.id == claim.post;
      });
      if (item.find("post").is_text() && post == posts_.end()) {
        report_unknown_word(item.find("post"), claim.post, known, "the `id` of a post");
      }
      // Judgement: catches slips; a post of a thousand people is none.
      if (item.find("people").is_present()) {
        claim.people = static_cast<int>(item.find("people").whole(1, 1000));
      }
      if (post != posts_.end() && claim.people > static_cast<int>(post->fte.size())) {
        item.find("people").report(fmt::format("{} people", claim.people),
                                   fmt::format("at most the {} of the post", post->fte.size()));
      }
      if (claim.leads && (led || claim.people > 1)) {
        item.find("leads").report("a second person who leads the team", "one person");
      }
      led = led || claim.leads;
      claim.share = read_input(
          item.at("share"), share_measure,
          fmt::format("{}/{}.team.{}-{}", prefix_, opgave_.id, claim.post, opgave_.team.size() + 1),
          {fmt::format("{}: deel van de week voor de opgave, {}", opgave_.name.nl, claim.post),
           fmt::format("{}: part of the week for the opgave, {}", opgave_.name.en, claim.post)},
          origins_);
      if (claim.share.is_used() && claim.share.low <= 0) {
        item.find("share").report("a share of nothing", "more than 0",
                                  "Leave the member out of the team.");
      }
      opgave_.team.push_back(std::move(claim));
    }
  }

  void read_tasks() {
    const YamlNode tasks = node_.at("tasks");
    const std::vector<YamlNode> items = tasks.items();
    std::vector<std::string> known;
    for (const YamlNode& item : items) {
      opgave_.tasks.push_back(read_task(item));
      const std::string& id = opgave_.tasks.back().id;
      if (std::find(known.begin(), known.end(), id) != known.end()) {
        item.report(id, "an id of its own for each task");
      }
      known.push_back(id);
    }
    if (tasks.is_list() && items.empty()) tasks.report("no tasks", "at least one task");
    for (std::size_t i = 0; i < items.size(); ++i) {
      org::ScenarioTask& task = opgave_.tasks[i];
      task.after = read_links(items[i].find("after"), known, task.id);
      task.informs = read_links(items[i].find("informs"), known, task.id);
      task.affects = read_links(items[i].find("affects"), known, task.id);
    }
    report_cycle(items);
  }

  org::ScenarioTask read_task(const YamlNode& item) {
    item.only({"id", "name", "competence", "domain", "effort", "spread", "parts", "hands", "goal",
               "after", "informs", "affects", "internal_failure", "external_failure", "exchange"});
    org::ScenarioTask task;
    task.id = read_id(item.at("id"));
    task.name = read_text(item.at("name"));
    task.competence = read_id(item.at("competence"));
    asked_.emplace_back(task.competence, item.find("competence"));
    task.domain = read_id(item.find("domain"));
    const auto of_task = [&](std::string_view key, const Measure& measure, const org::Text& what) {
      return read_input(item.find(key), measure,
                        fmt::format("{}/{}.{}.{}", prefix_, opgave_.id, task.id, key),
                        {fmt::format("{}: {}, {}", opgave_.name.nl, task.name.nl, what.nl),
                         fmt::format("{}: {}, {}", opgave_.name.en, task.name.en, what.en)},
                        origins_);
    };
    if (!item.find("effort").is_present()) static_cast<void>(item.at("effort"));
    task.effort = of_task("effort", task_measure, {"werk", "work"});
    task.spread = of_task("spread", spread_measure,
                          {"kwadratische variatiecoëfficiënt", "squared coefficient of variation"});
    task.internal_failure = of_task("internal_failure", share_measure, internal_text());
    task.external_failure = of_task("external_failure", share_measure, external_text());
    task.exchange = of_task("exchange", share_measure, exchange_text());
    // Judgement: catches slips; no plan knows its tasks in more detail.
    constexpr int most_parts = 1000;
    if (item.find("parts").is_present()) {
      task.parts = static_cast<int>(item.find("parts").whole(1, most_parts));
    }
    if (item.find("hands").is_present()) {
      task.hands = static_cast<int>(item.find("hands").whole(1, most_parts));
      if (task.hands > task.parts) {
        item.find("hands").report(fmt::format("{} hands for {} parts", task.hands, task.parts),
                                  "at most as many as `parts`",
                                  "Cut the task into more parts, or let fewer people do it.");
        task.hands = task.parts;
      }
    }
    // Judgement: any unit will do up to a million, only the proportions count.
    if (item.find("goal").is_present()) task.goal = item.find("goal").number(0, 1e6);
    return task;
  }

  static std::vector<std::string> read_links(const YamlNode& node,
                                             const std::vector<std::string>& known,
                                             const std::string& self) {
    std::vector<std::string> links;
    for (const YamlNode& item : node.items()) {
      const std::string to = item.text();
      if (!item.is_text()) continue;
      if (to == self) {
        item.report(fmt::format("'{}' itself", to), "another task of the opgave");
        continue;
      }
      if (std::find(known.begin(), known.end(), to) == known.end()) {
        report_unknown_word(item, to, known, "a task of the same opgave");
        continue;
      }
      links.push_back(to);
    }
    return links;
  }

  void report_cycle(const std::vector<YamlNode>& items) {
    IdVector<work::TaskId, work::Task> tasks(opgave_.tasks.size());
    for (const work::TaskId id : ids(tasks)) {
      for (const std::string& before : opgave_.tasks[id.index()].after) {
        const auto at = std::find_if(opgave_.tasks.begin(), opgave_.tasks.end(),
                                     [&](const auto& task) { return task.id == before; });
        tasks[id].after.emplace_back(static_cast<std::size_t>(at - opgave_.tasks.begin()));
      }
    }
    const std::vector<work::TaskId> cycle = work::cycle_of(tasks);
    if (cycle.empty()) return;
    std::string names;
    for (const work::TaskId id : cycle) names += opgave_.tasks[id.index()].id + " -> ";
    names += opgave_.tasks[cycle.front().index()].id;
    items[cycle.front().index()].find("after").report(
        "tasks that wait for each other: " + names, "an order in which all can be done",
        "Take one of these out of the `after` of the next.");
  }

  const YamlNode& node_;
  const std::string& prefix_;
  const std::vector<org::ScenarioPost>& posts_;
  const Origins& origins_;
  Mentions& asked_;
  org::ScenarioOpgave opgave_;
};

/// Posts of which more is claimed than there is, at the high ends of the ranges.
void check_claims(const YamlNode& node, const std::vector<org::ScenarioOpgave>& opgaven,
                  const std::vector<org::ScenarioPost>& posts) {
  std::map<std::string, std::vector<org::PersonId>> on_post;
  std::size_t people = 0;
  for (const org::ScenarioPost& post : posts) {
    for (std::size_t i = 0; i < post.fte.size(); ++i, ++people) {
      if (!post.id.empty()) on_post[post.id].emplace_back(people);
    }
  }
  org::DrawnInputs highest;
  for (const org::ScenarioOpgave& opgave : opgaven) {
    for (const org::ScenarioClaim& claim : opgave.team) {
      highest.set(claim.share.name, claim.share.high);
    }
  }
  std::map<org::PersonId, double> claimed;
  for (const org::Claim& claim : org::claims_of(opgaven, on_post, highest)) {
    claimed[claim.person] += claim.share;
  }
  for (const auto& [post, holders] : on_post) {
    double most = 0;
    for (const org::PersonId person : holders) most = std::max(most, claimed[person]);
    constexpr double rounding = 1e-9;  // Exact: ten decimals are enough for any share.
    if (most <= 1 + rounding) continue;
    node.report(fmt::format("claims of {:.0f} % on one person of post '{}'", 100 * most, post),
                "at most 100 % of a post for all opgaven together",
                "Claim less, or let more people of the post take part. Count the high ends.");
  }
}

}  // namespace

std::vector<org::ScenarioOpgave> read_opgaven(const YamlNode& node, const std::string& prefix,
                                              const std::vector<org::ScenarioPost>& posts,
                                              const Origins& origins, Mentions& asked) {
  std::vector<org::ScenarioOpgave> opgaven;
  for (const YamlNode& item : node.items()) {
    opgaven.push_back(OpgaveReader(item, prefix, posts, origins, asked).read());
    for (std::size_t i = 0; i + 1 < opgaven.size(); ++i) {
      if (opgaven[i].id == opgaven.back().id) {
        item.report(opgaven.back().id, "an id of its own for each opgave");
      }
    }
  }
  check_claims(node, opgaven, posts);
  return opgaven;
}

std::vector<org::ScenarioContinuing> read_continuing(const YamlNode& node,
                                                     const std::string& prefix,
                                                     const Origins& origins, Mentions& asked) {
  std::vector<org::ScenarioContinuing> result;
  for (const YamlNode& item : node.items()) {
    item.only({"id", "name", "domain", "competence", "hours", "piece"});
    org::ScenarioContinuing kind;
    kind.id = read_id(item.at("id"));
    kind.name = read_text(item.at("name"));
    for (const org::ScenarioContinuing& other : result) {
      if (other.id == kind.id) item.report(kind.id, "an id of its own");
    }
    kind.domain = read_id(item.at("domain"));
    kind.competence = read_id(item.at("competence"));
    asked.emplace_back(kind.competence, item.find("competence"));
    const auto number = [&](std::string_view key, const Measure& measure, const org::Text& what) {
      return read_input(item.at(key), measure, fmt::format("{}/{}.{}", prefix, kind.id, key),
                        {fmt::format("{}: {}", kind.name.nl, what.nl),
                         fmt::format("{}: {}", kind.name.en, what.en)},
                        origins);
    };
    kind.hours = number("hours", weekly_measure, {"uren per week, van allen samen",
                                                  "hours a week, of all together"});
    kind.piece = number("piece", effort_measure, {"gemiddelde duur van een stuk werk",
                                                  "mean size of a piece of work"});
    result.push_back(std::move(kind));
  }
  return result;
}

}  // namespace veer::codec
