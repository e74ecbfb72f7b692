// SPDX-License-Identifier: EUPL-1.2
#include "veer/codec/model_reader.hpp"

#include <fmt/format.h>

#include <algorithm>

#include "veer/codec/input_reader.hpp"

namespace veer::codec {
namespace {

// In the order of the enumerations of org/model.hpp.
constexpr std::string_view group_by_words[] = {"observed", "domain", "discipline", "handovers"};
constexpr std::string_view leadership_words[] = {"line", "none"};
constexpr std::string_view find_person_words[] = {"pull", "lead_assigns", "owner"};
constexpr std::string_view decider_words[] = {"self", "lead", "line", "colleagues"};
constexpr std::string_view protocol_words[] = {"chain", "advice", "consent", "majority"};
constexpr std::string_view format_words[] = {"veer-model/1"};

template <class Enum, std::size_t n>
Enum read_choice(const YamlNode& node, const std::string_view (&words)[n]) {
  return static_cast<Enum>(node.choice(words));
}

// Judgement: bounds that only catch slips. A lead of 200 leads nobody; a meeting lasts at most a
// day; nobody waits a year for a decision by default.
constexpr InputLimits team_size_limits{"people", 2, 200, true};
constexpr InputLimits top_units_limits{"units", 0, 50, true};
constexpr InputLimits participants_limits{"people", 1, 50, true};
constexpr InputLimits wait_limits{"working days", 0, 250};
constexpr InputLimits disagreement_limits{"1", 0, 0.95};
constexpr InputLimits every_weeks_limits{"weeks", 1, 52, true};
constexpr InputLimits minutes_limits{"minutes", 5, 480};

bool is_id(std::string_view text) {
  return !text.empty() && text.size() <= 64 &&
         text.find_first_not_of("abcdefghijklmnopqrstuvwxyz0123456789-") == std::string_view::npos;
}

/// A number that this choice needs, or does not use.
org::Input read_if(bool used, const YamlNode& rule, std::string_view key, const InputReader& reader,
                   const InputLimits& limits, std::string_view why) {
  if (used) return reader.read(rule.at(key), limits);
  const YamlNode value = rule.find(key);
  if (value.is_present()) {
    value.report(fmt::format("a number for {}", key), "none",
                 fmt::format("It has no effect {}.", why));
  }
  return {};
}

org::Structure read_structure(const YamlNode& node, const InputReader& reader) {
  node.only({"group_by", "leadership", "unit_kind", "top_unit_kind", "team_size", "top_units"});
  org::Structure structure;
  structure.group_by = read_choice<org::GroupBy>(node.at("group_by"), group_by_words);
  structure.leadership = read_choice<org::Leadership>(node.at("leadership"), leadership_words);
  structure.unit_kind = node.at("unit_kind").text();
  const bool sized = structure.group_by != org::GroupBy::observed;
  structure.team_size = read_if(sized, node, "team_size", reader, team_size_limits,
                                "when units stay as they are observed");
  const org::Input& size = structure.team_size;
  if (sized && size.is_used() && size.high < 2 * size.low - 1) {
    node.find("team_size").report(fmt::format("units of {} to {} people", size.low, size.high),
                                  fmt::format("a high end of at least {}", 2 * size.low - 1),
                                  "Otherwise a unit that grows too large cannot be split in two.");
  }
  structure.top_units = reader.read(node.at("top_units"), top_units_limits);
  const YamlNode top_kind = node.find("top_unit_kind");
  structure.top_unit_kind = top_kind.text();
  if (structure.top_units.high > 0 && !top_kind.is_present()) {
    node.report("no top_unit_kind", "what the units under the top are called",
                "Give it a name, or set top_units to 0.");
  }
  return structure;
}

/// How many equal answers settle it, where a model says so.
void read_quorum(const YamlNode& node, const InputReader& reader, org::DecisionRule& rule) {
  if (!node.is_present()) return;
  if (rule.decider != org::Decider::colleagues || rule.protocol != org::Protocol::majority) {
    node.report("a quorum", "none", "It has no effect without colleagues who decide by majority.");
    return;
  }
  rule.quorum = reader.read(node, participants_limits);
  if (rule.quorum.high > rule.participants.low) {
    node.report(fmt::format("up to {} equal answers of {} people", rule.quorum.high,
                            rule.participants.low),
                "at most the least number of participants", "Otherwise nothing could be decided.");
  }
}

org::DecisionRule read_rule(const YamlNode& node, const InputReader& reader) {
  node.only({"decider", "protocol", "participants", "wait_limit", "disagreement",
             "conflict_ladder", "quorum", "meeting"});
  org::DecisionRule rule;
  rule.decider = read_choice<org::Decider>(node.at("decider"), decider_words);
  const bool alone = rule.decider == org::Decider::self;
  if (!alone) rule.protocol = read_choice<org::Protocol>(node.at("protocol"), protocol_words);
  const bool asks = rule.decider == org::Decider::colleagues;
  const bool rounds =
      !alone && (rule.protocol == org::Protocol::advice || rule.protocol == org::Protocol::consent);
  rule.participants = read_if(asks, node, "participants", reader, participants_limits,
                              "unless colleagues decide");
  rule.wait_limit = read_if(!alone, node, "wait_limit", reader, wait_limits,
                            "when the worker decides at once");
  rule.disagreement = read_if(rounds, node, "disagreement", reader, disagreement_limits,
                              "without advice or consent");
  const YamlNode ladder = node.find("conflict_ladder");
  if (ladder.is_present() && rule.protocol != org::Protocol::advice) {
    ladder.report("a conflict ladder", "none", "It has no effect without the protocol advice.");
  }
  for (const YamlNode& rung : ladder.items()) {
    rule.conflict_ladder.push_back(reader.read(rung, participants_limits));
  }
  read_quorum(node.find("quorum"), reader, rule);
  const YamlNode meeting = node.find("meeting");
  rule.meeting = meeting.text();
  if (alone && meeting.is_present()) {
    meeting.report("a meeting", "none", "It has no effect when the worker decides at once.");
  }
  return rule;
}

org::MeetingRule read_meeting(const YamlNode& node, const InputReader& reader) {
  node.only({"kind", "of_leads", "every_weeks", "minutes"});
  org::MeetingRule meeting;
  meeting.kind = node.at("kind").text();
  meeting.of_leads = node.at("of_leads").flag();
  meeting.every_weeks = reader.read(node.at("every_weeks"), every_weeks_limits);
  meeting.minutes = reader.read(node.at("minutes"), minutes_limits);
  return meeting;
}

/// A decision can only wait for a meeting that the model holds.
void check_meetings(const YamlNode& root, const org::Model& model) {
  for (std::size_t i = 0; i < org::exception_kind_count; ++i) {
    const std::string& kind = model.exceptions[i].meeting;
    const bool held = std::any_of(
        model.meetings.begin(), model.meetings.end(),
        [&kind](const org::MeetingRule& meeting) { return meeting.kind == kind; });
    if (kind.empty() || held) continue;
    root.find("exceptions")
        .find(name_of(static_cast<org::ExceptionKind>(i)))
        .find("meeting")
        .report(kind, "the kind of one of `meetings`", "Decisions wait for what is held.");
  }
}

/// Choices that fit each by itself and not together.
void check_together(const YamlNode& root, const org::Model& model) {
  check_meetings(root, model);
  if (model.structure.leadership == org::Leadership::line) return;
  const auto refuse = [](const YamlNode& node, std::string found) {
    node.report(std::move(found), "something without a lead",
                "structure.leadership is none: nobody leads. Let units have leads, or choose "
                "otherwise here.");
  };
  for (std::size_t i = 0; i < org::exception_kind_count; ++i) {
    const org::Decider decider = model.exceptions[i].decider;
    if (decider != org::Decider::lead && decider != org::Decider::line) continue;
    const YamlNode rule =
        root.find("exceptions").find(name_of(static_cast<org::ExceptionKind>(i)));
    refuse(rule.find("decider"),
           std::string(decider_words[static_cast<std::size_t>(decider)]));
  }
  if (model.find_person == org::FindPerson::lead_assigns) {
    refuse(root.find("routing").find("find_person"), "lead_assigns");
  }
  const auto meetings = root.find("meetings").items();
  for (std::size_t i = 0; i < meetings.size(); ++i) {
    if (model.meetings[i].of_leads) refuse(meetings[i].find("of_leads"), "a meeting of leads");
  }
}

}  // namespace

Result<org::Model> read_model(std::string_view yaml, const std::string& name) {
  VEER_TRY(const auto document, YamlDocument::parse(yaml, name));
  const YamlNode root = document->root();
  root.only({"format", "id", "name", "summary", "era", "tested_against", "sources", "structure",
             "routing", "exceptions", "meetings", "judged"});
  static_cast<void>(root.at("format").choice(format_words));
  org::Model model;
  model.id = root.at("id").text();
  if (root.find("id").is_text() && !is_id(model.id)) {
    root.find("id").report(model.id, "small letters, digits and hyphens, at most 64",
                           "The id names the model on the command line.");
  }
  model.name = read_text(root.at("name"));
  model.summary = read_text(root.at("summary"));
  model.era = root.at("era").text();
  model.tested_against = read_text(root.at("tested_against"));
  model.sources = read_sources(root.at("sources"));
  const InputReader reader(model.id, model.sources);
  model.structure = read_structure(root.at("structure"), reader);
  const YamlNode routing = root.at("routing");
  routing.only({"find_person"});
  model.find_person = read_choice<org::FindPerson>(routing.at("find_person"), find_person_words);
  const YamlNode exceptions = root.at("exceptions");
  exceptions.only({"routine", "operational", "cross_unit"});
  for (std::size_t i = 0; i < org::exception_kind_count; ++i) {
    model.exceptions[i] =
        read_rule(exceptions.at(name_of(static_cast<org::ExceptionKind>(i))), reader);
  }
  for (const YamlNode& meeting : root.at("meetings").items()) {
    model.meetings.push_back(read_meeting(meeting, reader));
  }
  for (const YamlNode& choice : root.at("judged").items()) {
    model.judged.push_back(read_text(choice));
  }
  check_together(root, model);
  const Problems problems = document->problems();
  if (!problems.empty()) return fail(problems);
  return model;
}

}  // namespace veer::codec
