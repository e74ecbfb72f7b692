// SPDX-License-Identifier: EUPL-1.2
#include "veer/codec/xes.hpp"

#include <gtest/gtest.h>

#include "veer/eventlog/event_log.hpp"

namespace veer::codec {
namespace {

using eventlog::EventLog;
using eventlog::Transition;
using eventlog::Value;

Result<RecordsRead> read(std::string_view text, std::size_t piece = 1 << 20,
                         TimeZone zone = TimeZone::netherlands) {
  XesReader reader({"zaken.xes", zone});
  for (std::size_t at = 0; at < text.size(); at += piece) {
    VEER_CHECK(reader.feed(text.substr(at, piece)));
  }
  return reader.finish();
}

Problems problems(std::string_view text) {
  const auto result = read(text);
  return result ? Problems{} : result.error();
}

std::string event(std::string_view activity, std::string_view moment, std::string_view more = "") {
  return "<event>\n<string key=\"concept:name\" value=\"" + std::string(activity) +
         "\"/>\n<date key=\"time:timestamp\" value=\"" + std::string(moment) + "\"/>\n" +
         std::string(more) + "</event>\n";
}

std::string log_of(const std::string& traces) {
  return "\xEF\xBB\xBF<?xml version=\"1.0\" encoding=\"UTF-8\"?>\n<log xes.version=\"1.0\">\n"
         "<global scope=\"event\"><string key=\"concept:name\" value=\"GLOBAL\"/></global>\n"
         "<string key=\"concept:name\" value=\"the log\"/>\n" +
         traces + "</log>\n";
}

const std::string small = log_of(
    "<trace><event><string key=\"concept:name\" value=\"check &amp; send\"/>"
    "<date key=\"time:timestamp\" value=\"2024-01-15T08:00:00Z\"/>"
    "<string key=\"org:resource\" value=\"Jan\"/><string key=\"org:group\" value=\"EMPTY\"/>"
    "<string key=\"lifecycle:transition\" value=\"ATE_ABORT\"/>"
    "<int key=\"pages\" value=\"12\"><string key=\"paper\" value=\"A4\"/></int>"
    "<boolean key=\"urgent\" value=\"true\"/></event>"
    "<string key=\"concept:name\" value=\"Z-1\"/><float key=\"fee\" value=\"157.5\"/>"
    "<date key=\"deadline\" value=\"2024-03-01T00:00:00+01:00\"/></trace>");

TEST(Xes, GivesCasesEventsAndTypedAttributes) {
  const auto result = read(small);
  ASSERT_TRUE(result) << to_string(result.error().front());
  const EventLog& log = result->records.log;
  ASSERT_EQ(log.cases.size(), 1U);
  ASSERT_EQ(log.events.size(), 1U);
  EXPECT_EQ(log.cases.values()[0].name, "Z-1");
  EXPECT_EQ(log.activities.texts().front(), "check & send");
  EXPECT_EQ(log.persons.texts().front(), "Jan");
  EXPECT_TRUE(log.events[0].group.is_none());
  EXPECT_EQ(log.events[0].transition, Transition::ate_abort);
  EXPECT_EQ(to_iso(log.events[0].end), "2024-01-15T09:00:00");
  EXPECT_EQ(log.attribute("fee")->values.values()[0], Value(157.5));
  EXPECT_EQ(log.attribute("deadline")->values.values()[0],
            Value(*parse_iso_instant("2024-03-01", TimeZone::utc)));
  ASSERT_EQ(log.event_attributes.size(), 3U);
  EXPECT_EQ(log.event_attributes[0].values[0], Value(std::int64_t{12}));
  EXPECT_EQ(log.event_attributes[1].name, "pages/paper");
  EXPECT_EQ(log.event_attributes[1].values[0], Value(std::string("A4")));
  EXPECT_EQ(log.event_attributes[2].values[0], Value(true));
}

TEST(Xes, IsTheSameHoweverItsBytesAreCut) {
  const auto whole = read(small);
  for (const std::size_t piece : {1U, 7U, 64U}) {
    EXPECT_EQ(read(small, piece)->records.log, whole->records.log) << piece;
  }
}

TEST(Xes, ReadsMomentsInTheTimeZoneAskedFor) {
  EXPECT_EQ(to_iso(read(small, 4096, TimeZone::utc)->records.log.events[0].end),
            "2024-01-15T08:00:00");
}

TEST(Xes, KeepsEveryTransition) {
  std::string events;
  for (const char* name :
       {"schedule", "assign", "start", "suspend", "resume", "complete", "pi_abort", "besproken"}) {
    events += event("a", "2024-01-01T10:00:00",
                    "<string key=\"lifecycle:transition\" value=\"" + std::string(name) + "\"/>");
  }
  const auto result = read(log_of("<trace>" + events + "</trace>"));
  std::vector<Transition> found;
  for (const auto& e : result->records.log.events) found.push_back(e.transition);
  EXPECT_EQ(found,
            (std::vector<Transition>{Transition::schedule, Transition::assign, Transition::start,
                                     Transition::suspend, Transition::resume, Transition::complete,
                                     Transition::pi_abort, Transition::other}));
}

TEST(Xes, LeavesOutAndCountsEventsWithoutMomentOrActivity) {
  const auto result = read(
      log_of("<trace><event><string key=\"concept:name\" value=\"a\"/></event>" +
             event("", "2024-01-01T10:00:00") + event("b", "2024-01-01T10:00:00") + "</trace>"));
  EXPECT_EQ(result->events_without_moment, 1U);
  EXPECT_EQ(result->events_without_activity, 1U);
  EXPECT_EQ(result->records.log.events.size(), 1U);
  EXPECT_EQ(result->records.log.cases.values()[0].name, "#1");
}

TEST(Xes, NamesCaseTypesOnlyWhenThereAreSeveral) {
  const auto trace = [](const std::string& name, const std::string& type) {
    return "<trace><string key=\"concept:name\" value=\"" + name +
           "\"/><string key=\"case_type\" value=\"" + type + "\"/></trace>";
  };
  EXPECT_EQ(
      read(log_of(trace("1", "x") + trace("2", "x")))->records.log.cases.values()[1].case_type, "");
  EXPECT_EQ(
      read(log_of(trace("1", "x") + trace("2", "y")))->records.log.cases.values()[1].case_type,
      "y");
}

TEST(XesProblems, AreAllToldAtOnceWithTheirLines) {
  const Problems found =
      problems(log_of("<trace>\n" + event("a", "31-12-2025") + event("b", "2023-02-29T10:00:00") +
                      "<int key=\"pages\" value=\"many\"/></trace>"));
  ASSERT_EQ(found.size(), 3U);
  EXPECT_EQ(found[0].where, "zaken.xes:8");
  EXPECT_EQ(found[0].found, "time:timestamp = 31-12-2025");
  EXPECT_EQ(found[2].expected, "a whole number");
}

TEST(XesProblems, BeyondTwentyAreCounted) {
  std::string events;
  for (int i = 0; i < 30; ++i) events += event("a", "never");
  const Problems found = problems(log_of("<trace>" + events + "</trace>"));
  ASSERT_EQ(found.size(), 21U);
  EXPECT_EQ(found.back().found, "10 more problems like these");
}

TEST(XesProblems, TellAnUndefinedEntity) {
  const Problems found = problems(log_of("<trace>\n<string key=\"a\" value=\"&nbsp;\"/></trace>"));
  ASSERT_EQ(found.size(), 1U);
  EXPECT_EQ(found[0].where, "zaken.xes:6");
  EXPECT_EQ(found[0].found, "a reference to an entity that nothing defines");
}

TEST(XesProblems, RefuseDocumentTypesAndSoExternalEntitiesAndEntityBombs) {
  for (const char* text :
       {"<!DOCTYPE log [<!ENTITY a \"aaaaaaaa\"><!ENTITY b \"&a;&a;\">]><log>&b;</log>",
        "<!DOCTYPE log [<!ENTITY x SYSTEM \"file:///etc/passwd\">]><log>&x;</log>",
        "<!DOCTYPE log SYSTEM \"http://example.org/x.dtd\"><log>&x;</log>"}) {
    const Problems found = problems(text);
    ASSERT_EQ(found.size(), 1U) << text;
    EXPECT_EQ(found[0].found, "a document type (<!DOCTYPE ...>)");
  }
}

TEST(XesProblems, RefuseAHugeValueBeforeItFillsTheMemory) {
  XesReader reader({"zaken.xes", TimeZone::netherlands});
  ASSERT_TRUE(reader.feed("<log>\n<trace>\n<string key=\"a\" value=\""));
  const std::string filler(64 * 1024, 'x');
  std::size_t fed = 0;
  Problems found;
  while (found.empty() && fed < (1U << 28)) {
    const auto result = reader.feed(filler);
    fed += filler.size();
    if (!result) found = result.error();
  }
  ASSERT_EQ(found.size(), 1U);
  EXPECT_LT(fed, 2U << 20);
  EXPECT_EQ(found[0].where, "zaken.xes:3");
  EXPECT_FALSE(reader.finish());
}

TEST(XesProblems, RefuseAnEndlessNesting) {
  std::string text = "<log><trace>";
  for (int i = 0; i < 100000; ++i) text += "<string key=\"a\" value=\"b\">";
  EXPECT_EQ(problems(text).front().found, "elements nested deeper than 64");
}

TEST(XesProblems, TellWhatIsNoXesAtAll) {
  EXPECT_EQ(problems("").front().found, "an empty file");
  EXPECT_EQ(problems("case;activity\n1;check\n").front().code, ErrorCode::syntax);
  EXPECT_EQ(problems("<html><body/></html>").front().found, "<html>");
  EXPECT_EQ(problems("<log><trace></log>").front().where, "zaken.xes:1");
  EXPECT_EQ(problems("<log><trace>").front().code, ErrorCode::syntax);
}

}  // namespace
}  // namespace veer::codec
