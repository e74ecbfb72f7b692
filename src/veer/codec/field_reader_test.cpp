// SPDX-License-Identifier: EUPL-1.2
#include "veer/codec/field_reader.hpp"

#include <gtest/gtest.h>

namespace veer::codec {
namespace {

constexpr const char* sound =
    "format: veer-field/1\n"
    "sources: {bmc: {title: T, year: 2012, setting: S}}\n"
    "groups: [{id: small, name: {nl: klein, en: small}}]\n"
    "models:\n"
    "  - id: sectoren\n"
    "    name: {nl: S, en: S}\n"
    "    summary: {nl: S, en: S}\n"
    "    from: {value: 1990, source: bmc}\n"
    "    to: {value: 1999, low: 1998, high: 2001, judgement: {nl: x, en: x}}\n"
    "    prevalence: [{year: 1997-1999, figure: {value: 70, source: bmc}}]\n"
    "tables:\n"
    "  - id: verzuim\n"
    "    title: {nl: V, en: V}\n"
    "    unit: {nl: '%', en: '%'}\n"
    "    definition: {nl: d, en: d}\n"
    "    rows: [{year: 2013, group: small, figure: {value: 4.2, source: bmc}}]\n";

TEST(FieldReader, ReadsModelsAndTablesWithTheirSources) {
  const auto field = read_field(sound, "f.yaml");
  ASSERT_TRUE(field) << to_string(field.error().front());
  ASSERT_EQ(field->models.size(), 1U);
  EXPECT_EQ(field->models[0].from.value, 1990);
  EXPECT_TRUE(field->models[0].to.is_judgement());
  EXPECT_EQ(field->models[0].prevalence[0].figure.source, "bmc");
  ASSERT_EQ(field->tables.size(), 1U);
  EXPECT_EQ(field->tables[0].rows[0].group, "small");
  EXPECT_EQ(field->tables[0].rows[0].figure.name, "verzuim/2013/small");
}

TEST(FieldReader, ReportsEverythingThatIsWrong) {
  const auto field = read_field(
      "format: veer-field/1\n"
      "sources: {bmc: {title: T, year: 2012, setting: S}}\n"
      "groups: [{id: small, name: {nl: klein, en: small}}]\n"
      "models:\n"
      "  - id: small\n"
      "    name: {nl: S, en: S}\n"
      "    summary: {nl: S, en: S}\n"
      "    from: {value: 1990, source: nobody}\n"
      "    to: {value: 1980, source: bmc}\n"
      "    prevalence: [{year: 2010, figure: {value: 170, source: bmc}}]\n"
      "tables:\n"
      "  - id: verzuim\n"
      "    title: {nl: V, en: V}\n"
      "    unit: {nl: '%', en: '%'}\n"
      "    definition: {nl: d, en: d}\n"
      "    rows:\n"
      "      - {year: 2013, group: smal, figure: {value: 4.2, source: bmc}}\n"
      "      - {year: 2014, figure: {value: 4.2}}\n"
      "      - {year: 2014, figure: {value: 4.2, judgement: {nl: x, en: x}}}\n",
      "f.yaml");
  ASSERT_FALSE(field);
  std::string places;
  for (const Error& problem : field.error()) places += problem.where + " " + problem.found + "\n";
  EXPECT_EQ(places,
            "f.yaml:5: models[0].id small\n"
            "f.yaml:8: models[0].from.source nobody\n"
            "f.yaml:9: models[0].to 1980\n"
            "f.yaml:10: models[0].prevalence[0].figure.value 170\n"
            "f.yaml:17: tables[0].rows[0].group smal\n"
            "f.yaml:18: tables[0].rows[1].figure neither a source nor a judgement\n"
            "f.yaml:19: tables[0].rows[2] 2014 \n"
            "f.yaml:19: tables[0].rows[2].figure a judgement without a range\n");
}

TEST(FieldReader, RefusesWhatIsNoField) {
  for (const char* text : {"", "[1, 2]", "format: veer-shock/1\n", "tables: 3\n", "\x01"}) {
    EXPECT_FALSE(read_field(text, "f.yaml")) << text;
  }
}

}  // namespace
}  // namespace veer::codec
