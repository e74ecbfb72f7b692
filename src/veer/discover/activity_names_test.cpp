// SPDX-License-Identifier: EUPL-1.2
#include "veer/discover/activity_names.hpp"

#include <gtest/gtest.h>

namespace veer::discover {
namespace {

TEST(ActivityNames, a_code_names_its_sub_process_before_the_number_of_the_step) {
  EXPECT_EQ(sub_process_of_code("01_HOOFD_010"), "01_HOOFD");
  EXPECT_EQ(sub_process_of_code("01_HOOFD_490_5a"), "01_HOOFD");
  EXPECT_EQ(sub_process_of_code("08_AWB45_051_1"), "08_AWB45");
  EXPECT_EQ(sub_process_of_code("11_AH_II_040_d"), "11_AH_II");
  EXPECT_EQ(sub_process_of_code("12_AP_UOV_010"), "12_AP_UOV");
  EXPECT_EQ(sub_process_of_code("WMO-3"), "WMO");
  EXPECT_EQ(sub_process_of_code("burgerzaken.reisdocument.12"), "burgerzaken.reisdocument");
}

TEST(ActivityNames, what_is_no_code_names_none) {
  for (const char* name : {"", "intake", "T02 Check", "12", "3_4", "a__3", "_", "HOOFD_", "a_b",
                           "aanvraag-beoordelen", "T07-1 Draft intern advice"}) {
    EXPECT_EQ(sub_process_of_code(name), "") << name;
  }
}

TEST(ActivityNames, an_abbreviation_is_spelled_out_only_where_the_activities_agree) {
  EXPECT_EQ(words_of_code("01_HOOFD", {}), (SubProcessWords{"hoofdproces", WordsFrom::published}));
  EXPECT_EQ(words_of_code("06_VD", {"verlengen proceduretermijn"}).from, WordsFrom::guess);
  EXPECT_EQ(words_of_code("06_VD", {"fietsen", "verlenging"}).from, WordsFrom::guess);
  EXPECT_EQ(words_of_code("06_VD", {"vuur doven", "brandweer"}),
            (SubProcessWords{"vuur doven", WordsFrom::activity}));
  EXPECT_EQ(words_of_code("77_XY", {"vuur doven"}),
            (SubProcessWords{"vuur doven", WordsFrom::activity}));
  EXPECT_EQ(words_of_code("77_XY", {}), SubProcessWords());
}

TEST(ActivityNames, activities_about_one_thing_end_alike) {
  const std::vector<std::string> names = {"Confirmation of receipt",
                                          "T02 Check confirmation of receipt",
                                          "T05 Print and send confirmation of receipt",
                                          "T10 Determine necessity to stop indication",
                                          "T17 Check report Y to stop indication",
                                          "T06 Determine necessity of stop advice",
                                          "archive"};
  EXPECT_EQ(shared_endings(names),
            (std::vector<std::string>{"confirmation of receipt", "confirmation of receipt",
                                      "confirmation of receipt", "stop indication",
                                      "stop indication", "", ""}));
  EXPECT_EQ(shared_endings({}), std::vector<std::string>());
  EXPECT_EQ(shared_endings({"a of it", "b of it"}), (std::vector<std::string>{"", ""}));
}

}  // namespace
}  // namespace veer::discover
