// SPDX-License-Identifier: EUPL-1.2
#include "veer/eventlog/privacy.hpp"

#include <gtest/gtest.h>

#include "veer/eventlog/log_builder.hpp"

namespace veer::eventlog {
namespace {

/// Stands in for the keyed hash: readable, and different for different texts.
std::string reversed(std::string_view text) { return {text.rbegin(), text.rend()}; }

// Numbers made for tests: they pass the 11-test and start with digits that are not issued.
const std::vector<std::string> passing = {"999990019", "999990020", "999990032", "999990044"};

void event(LogBuilder& b, std::string_view name, std::string_view person) {
  const CaseId id = b.case_of(name);
  b.add_event({id, b.activity("check"), b.person(person), b.group(""), Transition::complete,
               std::nullopt, Instant()});
}

TEST(Bsn, PassesTheElevenTest) {
  EXPECT_TRUE(may_be_bsn("111222333"));
  EXPECT_TRUE(may_be_bsn("1112.22.333"));
  EXPECT_TRUE(may_be_bsn("111222333.0"));
  EXPECT_FALSE(may_be_bsn("111222334"));
  EXPECT_FALSE(may_be_bsn("000000000"));
  EXPECT_FALSE(may_be_bsn("1112223330"));
  EXPECT_FALSE(may_be_bsn("case 111222333"));
}

TEST(Bsn, MayHaveLostItsLeadingZeroButIsNotADay) {
  EXPECT_TRUE(may_be_bsn("10000008"));
  int days_that_pass = 0;
  for (int day = 10; day < 29; ++day) days_that_pass += may_be_bsn("201404" + std::to_string(day));
  EXPECT_EQ(days_that_pass, 0);
}

TEST(Protect, GivesPeoplePseudonymsAtTheirOwnIds) {
  LogBuilder b;
  event(b, "1", "Jan de Vries");
  event(b, "1", "An");
  const Protected done = protect({b.build()}, reversed);
  EXPECT_EQ(done.log.persons[PersonId(0)], "P-seirv ed naj");
  EXPECT_EQ(done.log.persons[PersonId(1)], "P-na");
}

TEST(Protect, KeepsTwoPeopleApartThoughTheirHashesMeet) {
  LogBuilder b;
  event(b, "1", "Jan");
  event(b, "1", "An");
  const Protected done = protect({b.build()}, [](std::string_view) { return "SAME"; });
  EXPECT_EQ(done.log.persons.size(), 2U);
}

TEST(Protect, TakesOneNameInOtherCapitalsOrSpacesForOnePerson) {
  LogBuilder b;
  event(b, "1", "Jan de Vries");
  event(b, "1", "An");
  event(b, "2", "JAN  de vries");
  event(b, "2", "");
  const Protected done = protect({b.build()}, reversed);
  EXPECT_EQ(done.log.persons.size(), 2U);
  EXPECT_EQ(done.log.events[2].person, done.log.events[0].person);
  EXPECT_EQ(done.log.events[1].person, PersonId(1));
  EXPECT_TRUE(done.log.events[3].person.is_none());
  EXPECT_EQ(done.findings.spellings_joined, 1U);
}

TEST(Protect, TakesNamesAndEmailAddressesOutOfOtherTexts) {
  LogBuilder b;
  event(b, "1", "Jan de Vries");
  const CaseId id = b.case_of("1");
  b.set_case_type(id, "dossier van jan de vries");
  event(b, "Jan de Vries 2", "");
  b.add_event({id, b.activity("Gesprek met Jan de Vries"), b.person(""),
               b.group("post@gemeente.nl"), Transition::complete, std::nullopt, Instant()});
  b.set_event_value("opmerking", std::string("vraag An"));
  const Protected done = protect({b.build()}, reversed);
  EXPECT_EQ(done.log.activities.texts()[1], "Gesprek met P-seirv ed naj");
  EXPECT_EQ(done.log.cases[id].case_type, "dossier van P-seirv ed naj");
  EXPECT_EQ(done.log.groups.texts()[0], "E-ln.etneemeg@tsop");
  EXPECT_EQ(done.log.cases[CaseId(1)].name, "P-seirv ed naj 2");
  EXPECT_EQ(done.findings.texts_with_names, 3U);
  EXPECT_EQ(done.findings.texts_with_email, 1U);
}

TEST(Protect, KeepsAPersonWhoIsCalledLikeAUnitReadableAsUnit) {
  LogBuilder b;
  const CaseId id = b.case_of("1");
  b.add_event({id, b.activity("naar team wonen"), b.person("Team Wonen"), b.group("Team Wonen"),
               Transition::complete, std::nullopt, Instant()});
  const Protected done = protect({b.build()}, reversed);
  EXPECT_EQ(done.log.groups.texts()[0], "Team Wonen");
  EXPECT_EQ(done.log.activities.texts()[0], "naar team wonen");
}

TEST(Protect, DropsAColumnOfEmailAddresses) {
  LogBuilder b;
  for (int i = 0; i < 3; ++i) {
    b.set_case_value(b.case_of(std::to_string(i)), "contact",
                     "burger" + std::to_string(i) + "@example.nl");
  }
  const Protected done = protect({b.build()}, reversed);
  EXPECT_EQ(done.findings.dropped,
            (std::vector<DroppedColumn>{{"contact", DropReason::personal_data}}));
}

TEST(Protect, FindsStaffInAttributesByNameAndByValue) {
  LogBuilder b;
  event(b, "1", "Jan");
  b.set_event_value("monitoringResource", std::string("Els"));
  event(b, "2", "An");
  b.set_case_value(b.case_of("1"), "toets", std::string("Jan"));
  b.set_case_value(b.case_of("2"), "toets", std::string("An"));
  b.set_case_value(b.case_of("2"), "channel", std::string("desk"));
  const Protected done = protect({b.build()}, reversed);
  EXPECT_EQ(done.findings.staff_columns, (std::vector<std::string>{"toets", "monitoringResource"}));
  EXPECT_TRUE(done.log.attribute("toets")->is_person);
  EXPECT_EQ(done.log.attribute("toets")->values[CaseId(0)], Value(std::string("P-naj")));
  EXPECT_EQ(done.log.event_attributes[0].values[0], Value(std::string("P-sle")));
  EXPECT_EQ(done.log.attribute("channel")->values[CaseId(1)], Value(std::string("desk")));
}

TEST(Protect, DropsAColumnOfWhichMostValuesAreBsn) {
  LogBuilder b;
  for (const std::string& number : passing) {
    b.set_case_value(b.case_of(number.substr(5)), "klant", std::int64_t{std::stoll(number)});
  }
  b.set_case_value(b.case_of("5"), "klant", std::int64_t{7});
  const Protected done = protect({b.build()}, reversed);
  EXPECT_EQ(done.findings.dropped, (std::vector<DroppedColumn>{{"klant", DropReason::bsn}}));
  EXPECT_TRUE(done.log.attributes.empty());
}

TEST(Protect, ReplacesASingleBsnWhereverItStands) {
  LogBuilder b;
  event(b, passing[0], "Jan");
  for (int i = 0; i < 5; ++i) event(b, std::to_string(i), "Jan");
  b.set_case_value(b.case_of("1"), "ref", "zie " + passing[1]);
  b.set_case_value(b.case_of("2"), "ref", std::string("A 7"));
  const Protected done = protect({b.build()}, reversed);
  EXPECT_EQ(done.log.cases[CaseId(0)].name, "B-" + reversed(passing[0]));
  EXPECT_EQ(done.log.attribute("ref")->values[CaseId(2)], Value("zie B-" + reversed(passing[1])));
  EXPECT_EQ(done.findings.bsn_values, 2U);
  EXPECT_FALSE(done.findings.case_names_replaced);
}

TEST(Protect, ReplacesAllCaseNamesWhenMostAreBsn) {
  LogBuilder b;
  for (const std::string& number : passing) event(b, number, "Jan");
  event(b, "17", "Jan");
  const Protected done = protect({b.build()}, reversed);
  EXPECT_TRUE(done.findings.case_names_replaced);
  EXPECT_EQ(done.log.cases[CaseId(4)].name, "Z-71");
}

TEST(Protect, DropsFreeTextAndContactData) {
  LogBuilder b;
  for (int i = 0; i < 4; ++i) {
    const CaseId id = b.case_of(std::to_string(i));
    b.set_case_value(id, "aantekening", "belde over de schutting nummer " + std::to_string(i));
    b.set_case_value(id, "fase", std::string("besluit is nog niet genomen"));
    b.set_case_value(id, "Telefoon aanvrager", std::string("06"));
  }
  const Protected done = protect({b.build()}, reversed);
  EXPECT_EQ(done.findings.dropped,
            (std::vector<DroppedColumn>{{"aantekening", DropReason::free_text},
                                        {"Telefoon aanvrager", DropReason::personal_data}}));
  EXPECT_NE(done.log.attribute("fase"), nullptr);
}

TEST(Protect, GivesStaffTheSamePseudonymInTheListAsInTheLog) {
  LogBuilder b;
  event(b, "1", "Jan");
  const Protected log = protect({b.build()}, reversed);
  const StaffList staff =
      protect(UnprotectedStaff{{{" Jan ", "Vergunningen", "", {}, ""}}}, reversed);
  EXPECT_EQ(staff.front().person, log.log.persons[PersonId(0)]);
  EXPECT_EQ(staff.front().unit, "Vergunningen");
}

}  // namespace
}  // namespace veer::eventlog
