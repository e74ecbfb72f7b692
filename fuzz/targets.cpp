// SPDX-License-Identifier: EUPL-1.2
#include "targets.hpp"

#include "veer/codec/csv_budget.hpp"
#include "veer/codec/csv_records.hpp"
#include "veer/codec/gzip.hpp"
#include "veer/codec/map_reader.hpp"
#include "veer/codec/xes.hpp"
#include "veer/eventlog/data_quality.hpp"
#include "veer/eventlog/privacy.hpp"

namespace veer::fuzz {
namespace {

/// What import does with records that could be read.
void use(codec::RecordsRead read) {
  const auto hash = [](std::string_view text) { return std::string(text.substr(0, 3)); };
  const auto done = eventlog::protect(std::move(read.records), hash);
  static_cast<void>(eventlog::data_quality(done.log));
}

}  // namespace

void feed_xes(std::string_view bytes) {
  codec::XesReader reader({"fuzz.xes", TimeZone::netherlands});
  const auto feed = [&](std::string_view part) { return reader.feed(part); };
  if (codec::is_gzip(bytes)) {
    codec::GzipReader gzip("fuzz.xes.gz");
    if (!gzip.feed(bytes, feed) || !gzip.finish()) return;
  } else {
    // In two parts, so that the cut falls within everything.
    const std::size_t half = bytes.size() / 2;
    if (!feed(bytes.substr(0, half)) || !feed(bytes.substr(half))) return;
  }
  if (auto read = reader.finish()) use(*std::move(read));
}

void feed_csv(std::string_view bytes) {
  if (auto read = codec::read_csv_records(bytes, {})) use(*std::move(read));
}

void feed_staff(std::string_view bytes) {
  if (auto read = codec::read_csv_staff(bytes, {})) {
    const auto hash = [](std::string_view text) { return std::string(text); };
    static_cast<void>(eventlog::protect(std::move(read->staff), hash));
  }
}

void feed_budget(std::string_view bytes) {
  if (const auto read = codec::read_csv_budget(bytes, {})) {
    static_cast<void>(org::cover(read->budget, {"wmo"}));
  }
}

void feed_map(std::string_view bytes) {
  const codec::MapGround ground = {"r1",
                                   {"zorg_010", "zorg_020", "weg_010"},
                                   std::vector<std::string>{"hal", "werf"}};
  if (const auto map = codec::read_map(bytes, "fuzz.yaml", ground)) {
    org::Baseline baseline;
    baseline.work.activities.push_back({"zorg_010", "zorg_010", "", {}});
    org::apply(*map, baseline);
  }
}

}  // namespace veer::fuzz
