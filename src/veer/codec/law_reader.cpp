// SPDX-License-Identifier: EUPL-1.2
#include "veer/codec/law_reader.hpp"

#include <fmt/format.h>

#include <algorithm>
#include <cmath>

#include "veer/codec/input_reader.hpp"
#include "veer/codec/scenario_parts.hpp"

namespace veer::codec {
namespace {

// In the order of the enumerations of org/law.hpp and calendar/legal_clock.hpp.
constexpr std::string_view formats[] = {"veer-law/1"};
constexpr std::string_view kind_words[] = {"term", "penalty", "calendar"};
constexpr std::string_view lapse_words[] = {"nothing", "penalty", "granted", "appeal"};
constexpr std::string_view stops_words[] = {"applicant", "others"};

calendar::TermLength read_length(const YamlNode& node) {
  using calendar::TermUnit;
  constexpr std::int32_t most = 1000;  // Judgement: catches slips; no term is longer.
  constexpr std::pair<std::string_view, TermUnit> units[] = {
      {"days", TermUnit::days},     {"day", TermUnit::days},
      {"weeks", TermUnit::weeks},   {"week", TermUnit::weeks},
      {"months", TermUnit::months}, {"month", TermUnit::months},
      {"years", TermUnit::years},   {"year", TermUnit::years},
      {"working days", TermUnit::working_days}, {"working day", TermUnit::working_days}};
  const calendar::TermLength harmless = {1, TermUnit::days};
  if (!node.is_present()) return harmless;
  const std::string text = node.text();
  if (!node.is_text()) return harmless;
  const std::size_t space = std::min(text.find(' '), text.size());
  const auto count = read_number(std::string_view(text).substr(0, space));
  const std::string_view unit =
      space < text.size() ? std::string_view(text).substr(space + 1) : std::string_view();
  for (const auto& [word, known] : units) {
    if (unit != word) continue;
    if (count && *count >= 1 && *count <= most && *count == std::floor(*count)) {
      return {static_cast<std::int32_t>(*count), known};
    }
  }
  node.report(text, "a whole number of days, working days, weeks, months or years",
              "Write a term as the law does: '8 weeks'.");
  return harmless;
}

org::Provision read_provision(const YamlNode& node,
                              const std::map<std::string, org::Source>& sources) {
  node.only({"article", "says", "source", "judgement"});
  org::Provision provision;
  provision.article = node.at("article").text();
  provision.says = read_text(node.at("says"));
  const YamlNode source = node.find("source");
  const YamlNode judgement = node.find("judgement");
  if (node.is_map() && source.is_present() == judgement.is_present()) {
    node.report(source.is_present() ? "both a source and a judgement"
                                    : "neither a source nor a judgement",
                "one of the two", "What the law says has a source; how it is read is a judgement.");
  }
  provision.reason = read_text(judgement);
  if (!source.is_present()) return provision;
  provision.source = source.text();
  if (source.is_text() && sources.count(provision.source) == 0) {
    std::vector<std::string> known;
    for (const auto& [id, entry] : sources) known.push_back(id);
    report_unknown_word(source, provision.source, known, "a key of `sources`");
  }
  return provision;
}

void read_term(const YamlNode& node, org::LawPeriod& period) {
  period.starts = read_text(node.at("starts"));
  for (const YamlNode& item : node.at("parts").items()) {
    item.only({"length", "stops_for", "others_through_answer"});
    calendar::TermPart part;
    part.length = read_length(item.at("length"));
    for (const YamlNode& reason : item.find("stops_for").items()) {
      (reason.choice(stops_words) == 0 ? part.stops_for_applicant : part.stops_for_others) = true;
    }
    part.others_through_answer = item.find("others_through_answer").flag();
    if (part.others_through_answer && !part.stops_for_others) {
      item.find("others_through_answer")
          .report("true", "`others` in stops_for", "The clock does not stand still for others.");
    }
    period.term.parts.push_back(part);
  }
  if (node.find("parts").is_list() && period.term.parts.empty()) {
    node.find("parts").report("no parts", "at least one part with a length");
  }
  if (node.find("extension").is_present()) {
    period.term.extension = read_length(node.find("extension"));
  }
  period.term.end_moves = node.at("termijnenwet").flag();
  period.lapse = static_cast<org::Lapse>(node.at("lapse").choice(lapse_words));
}

void read_penalty(const YamlNode& node, org::LawPeriod& period) {
  constexpr std::int64_t most_days = 1000;
  constexpr double most_euros = 100'000;  // Judgement: catches slips.
  constexpr YamlUnit euros[] = {{"euro", 1}, {"euros", 1}};
  period.penalty.notice = read_length(node.at("notice"));
  for (const YamlNode& item : node.at("rates").items()) {
    item.only({"days", "a_day"});
    calendar::PenaltyRate rate;
    rate.days = static_cast<std::int32_t>(item.at("days").whole(1, most_days));
    const double amount = item.at("a_day").quantity(euros);
    if (amount > most_euros) {
      item.find("a_day").report(item.find("a_day").shown(), "at most 100,000 euros a day");
    }
    rate.a_day = Money::cents(std::llround(amount * 100));
    period.penalty.rates.push_back(rate);
  }
  if (node.find("rates").is_list() && period.penalty.rates.empty()) {
    node.find("rates").report("no rates", "at least one daily amount");
  }
}

org::LawPeriod read_period(const YamlNode& node, const org::Law& law) {
  switch (law.kind) {
    case org::LawKind::term:
      node.only({"from", "to", "starts", "parts", "extension", "termijnenwet", "lapse", "rules"});
      break;
    case org::LawKind::penalty: node.only({"from", "to", "notice", "rates", "rules"}); break;
    case org::LawKind::calendar: node.only({"from", "to", "rules"}); break;
  }
  org::LawPeriod period;
  period.from = read_date(node.at("from"));
  if (node.find("to").is_present()) period.to = read_date(node.find("to"));
  if (period.to && *period.to < period.from) {
    node.find("to").report(to_iso(*period.to), "from " + to_iso(period.from),
                           "A period ends after it began.");
  }
  if (law.kind == org::LawKind::term) read_term(node, period);
  if (law.kind == org::LawKind::penalty) read_penalty(node, period);
  for (const YamlNode& item : node.at("rules").items()) {
    period.provisions.push_back(read_provision(item, law.sources));
  }
  if (node.find("rules").is_list() && period.provisions.empty()) {
    node.find("rules").report("no rules", "at least one article with what it says");
  }
  return period;
}

/// Each period starts on the day after the one before it has ended.
void check_sequence(const std::vector<YamlNode>& items,
                    const std::vector<org::LawPeriod>& periods) {
  for (std::size_t i = 1; i < periods.size(); ++i) {
    const org::LawPeriod& before = periods[i - 1];
    const std::string from = to_iso(periods[i].from);
    if (!before.to) {
      items[i].report(from + " after a period without an end", "an end of the period before it",
                      "Give the earlier period the day before as `to`.");
    } else if (periods[i].from <= *before.to) {
      items[i].report(from, "after " + to_iso(*before.to),
                      "Two periods overlap: on one day one version of a law holds.");
    } else if (periods[i].from > *before.to + 1) {
      items[i].report(from, to_iso(*before.to + 1),
                      "There is a gap: say what holds in between, or correct one of the dates.");
    }
  }
}

org::LawExample read_example(const YamlNode& node, const org::Law& law) {
  org::LawExample example;
  if (law.kind == org::LawKind::penalty) {
    node.only({"name", "note", "decrees", "due", "notice", "decided", "days", "owed"});
  } else if (law.kind == org::LawKind::calendar) {
    node.only({"name", "note", "decrees", "event", "length", "due"});
  } else {
    node.only({"name", "note", "decrees", "event", "waits", "extended", "due"});
  }
  example.name = read_text(node.at("name"));
  example.note = read_text(node.find("note"));
  if (node.find("decrees").is_present()) example.with_decrees = node.find("decrees").flag();
  example.due = read_date(node.at("due"));
  if (law.kind == org::LawKind::penalty) {
    constexpr YamlUnit euros[] = {{"euro", 1}, {"euros", 1}};
    example.notice = read_date(node.at("notice"));
    example.decided = read_date(node.at("decided"));
    example.penalty.days = static_cast<std::int32_t>(node.at("days").whole(0, 1000));
    example.penalty.owed = Money::cents(std::llround(node.at("owed").quantity(euros) * 100));
    return example;
  }
  example.course.received = read_date(node.at("event"));
  if (law.kind == org::LawKind::calendar) example.length = read_length(node.at("length"));
  example.course.extended = node.find("extended").flag();
  for (const YamlNode& item : node.find("waits").items()) {
    item.only({"asked", "answered", "by"});
    calendar::Course::Wait wait;
    wait.asked = read_date(item.at("asked"));
    wait.answered = read_date(item.at("answered"));
    wait.by = static_cast<calendar::SuspendedBy>(item.at("by").choice(stops_words));
    const Day unread;
    if (wait.asked != unread && wait.answered != unread && wait.answered < wait.asked) {
      item.find("answered")
          .report(to_iso(wait.answered), "a day from " + to_iso(wait.asked) + " on",
                  "A clock is resumed after it was suspended.");
    }
    example.course.waits.push_back(wait);
  }
  return example;
}

}  // namespace

Result<org::Law> read_law(std::string_view yaml, const std::string& name) {
  VEER_TRY(const auto document, YamlDocument::parse(yaml, name));
  const YamlNode root = document->root();
  root.only({"format", "id", "kind", "name", "summary", "sources", "periods", "decreed_days",
             "examples"});
  static_cast<void>(root.at("format").choice(formats));
  org::Law law;
  law.file = name;
  law.id = read_id(root.at("id"));
  law.kind = static_cast<org::LawKind>(root.at("kind").choice(kind_words));
  law.name = read_text(root.at("name"));
  law.summary = read_text(root.at("summary"));
  law.sources = read_sources(root.find("sources"));
  const std::vector<YamlNode> periods = root.at("periods").items();
  for (const YamlNode& item : periods) law.periods.push_back(read_period(item, law));
  if (root.find("periods").is_list() && periods.empty()) {
    root.find("periods").report("no periods", "at least one period");
  }
  check_sequence(periods, law.periods);
  const YamlNode decreed = root.find("decreed_days");
  if (decreed.is_present() && law.kind != org::LawKind::calendar) {
    decreed.report("days", "none", "Only a law of kind calendar names days.");
  }
  for (const YamlNode& item : decreed.items()) law.decreed_days.push_back(read_date(item));
  const std::vector<YamlNode> examples = root.at("examples").items();
  for (const YamlNode& item : examples) {
    law.examples.push_back(read_example(item, law));
    law.examples.back().line = item.line();
  }
  if (root.find("examples").is_list() && examples.empty()) {
    root.find("examples").report("no examples", "at least one case worked out",
                                 "An example shows what is meant, and tests it.");
  }
  if (document->problems().empty()) {
    for (std::size_t i = 0; i < examples.size(); ++i) {
      const auto answer = org::work_out(law, law.examples[i], law.decreed_days);
      if (answer) continue;
      for (const Error& error : answer.error()) {
        examples[i].report(error.where + ": " + error.found, error.expected, error.hint);
      }
    }
  }
  if (!document->problems().empty()) return fail(document->problems());
  return law;
}

}  // namespace veer::codec
