// SPDX-License-Identifier: EUPL-1.2
#include "veer/app/models.hpp"

#include <gtest/gtest.h>

#include <fstream>
#include <set>
#include <sstream>

#include "veer/app/catalogue.hpp"

namespace veer::app {
namespace {

TEST(Models, every_model_of_the_catalogue_reads_and_says_what_it_rests_on) {
  const auto all = list_models();
  ASSERT_TRUE(all.has_value()) << to_string(all.error().front());
  ASSERT_GE(all->models.size(), 3U);
  EXPECT_EQ(all->models.front().id, "as-is");
  std::set<std::string> names;
  for (const org::Model& model : all->models) {
    EXPECT_FALSE(model.judged.empty()) << model.id;
    EXPECT_FALSE(model.tested_against.nl.empty()) << model.id;
    for (const org::Input& input : model.inputs()) {
      EXPECT_TRUE(names.insert(input.name).second) << input.name << " twice";
    }
  }
}

TEST(Models, the_file_name_is_the_id) {
  for (const std::string& id : ids_in("models")) {
    const auto model = load_model(id);
    ASSERT_TRUE(model.has_value());
    EXPECT_EQ(model->id, id);
  }
}

TEST(Models, the_shared_numbers_can_be_shown_too) {
  const auto shown = show_model("mechanisms");
  ASSERT_TRUE(shown.has_value());
  EXPECT_TRUE(std::holds_alternative<org::Mechanisms>(*shown));
  const auto prices = show_model("prices");
  ASSERT_TRUE(prices.has_value());
  ASSERT_TRUE(std::holds_alternative<org::Prices>(*prices));
  EXPECT_EQ(std::get<org::Prices>(*prices).penalties.size(), 2U) << "old and present amounts";
}

TEST(Models, an_unknown_id_is_told_with_the_nearest) {
  const auto model = load_model("zelfstuuring");
  ASSERT_FALSE(model.has_value());
  EXPECT_EQ(model.error()[0].code, ErrorCode::not_found);
  EXPECT_NE(to_string(model.error()[0]).find("Did you mean 'zelfsturing'?"), std::string::npos);
}

TEST(Models, what_all_models_share_is_not_offered_as_a_model) {
  for (const std::string id : {"bestaatniet", "mechanisms", "prices"}) {
    const auto model = load_model(id);
    ASSERT_FALSE(model.has_value()) << id;
    EXPECT_EQ(model.error()[0].code, ErrorCode::not_found);
    EXPECT_EQ(model.error()[0].expected.find("mechanisms"), std::string::npos);
    EXPECT_NE(model.error()[0].expected.find("zelfsturing"), std::string::npos);
  }
}

TEST(Models, a_model_can_be_a_file_of_ones_own) {
  const auto embedded = load_model("zelfsturing");
  const auto from_disk = load_model(std::string(VEER_SOURCE_DIR) + "/models/zelfsturing.yaml");
  ASSERT_TRUE(embedded.has_value());
  ASSERT_TRUE(from_disk.has_value()) << to_string(from_disk.error().front());
  EXPECT_EQ(*embedded, *from_disk);
  const auto missing = load_model("no/such/model.yaml");
  ASSERT_FALSE(missing.has_value());
  EXPECT_EQ(missing.error()[0].code, ErrorCode::not_found);
  const auto folder = load_model(std::string(VEER_SOURCE_DIR) + "/models");
  EXPECT_FALSE(folder.has_value());
}

}  // namespace
}  // namespace veer::app
