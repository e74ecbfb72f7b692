// SPDX-License-Identifier: EUPL-1.2
// How fast records are read and imported, in bytes of unpacked text a second.
#include <benchmark/benchmark.h>
#include <stdlib.h>

#include <filesystem>
#include <string>

#include "veer/app/import_records.hpp"
#include "veer/codec/csv_records.hpp"
#include "veer/codec/xes.hpp"

namespace {

namespace fs = std::filesystem;
using veer::TimeZone;

fs::path building_permits() { return fs::path(VEER_SHARED_DATA) / "logs/bpic15/BPIC15_1.xes.gz"; }

/// The text of a file; empty, with the benchmark skipped, when it is not there.
std::string text_of(benchmark::State& state, const fs::path& path) {
  veer::SilentProgress silent;
  veer::app::ReadingProgress reading{silent, 0, 0};
  veer::app::FileRead file;
  auto text = veer::app::read_text(path, reading, file);
  if (text) return *std::move(text);
  state.SkipWithError("no test data");
  return {};
}

/// A case system's export of 400,000 rows.
std::string large_csv() {
  std::string text = "zaaknummer;handeling;medewerker;afdeling;begindatum;einddatum;kanaal;leges\n";
  for (int i = 0; i < 400'000; ++i) {
    const std::string day =
        std::to_string(1 + i % 28) + "-" + std::to_string(1 + i / 28 % 12) + "-2025 ";
    text += "Z" + std::to_string(i / 8) + ";handeling " + std::to_string(i % 25) + ";M" +
            std::to_string(i * 7 % 60) + ";Team " + std::to_string(i % 6) + ";" + day +
            "09:15;" + day + "10:45;balie;" + std::to_string(i % 300) + ",50\n";
  }
  return text;
}

void count_bytes(benchmark::State& state, std::size_t bytes) {
  state.SetBytesProcessed(static_cast<std::int64_t>(bytes) * state.iterations());
}

void read_xes(benchmark::State& state) {
  const std::string text = text_of(state, building_permits());
  for (auto _ : state) {
    veer::codec::XesReader reader({"log", TimeZone::netherlands});
    benchmark::DoNotOptimize(reader.feed(text).has_value());
    benchmark::DoNotOptimize(reader.finish());
  }
  count_bytes(state, text.size());
}
BENCHMARK(read_xes)->Unit(benchmark::kMillisecond);

void read_csv(benchmark::State& state) {
  const std::string text = large_csv();
  for (auto _ : state) benchmark::DoNotOptimize(veer::codec::read_csv_records(text, {}));
  count_bytes(state, text.size());
}
BENCHMARK(read_csv)->Unit(benchmark::kMillisecond);

/// The whole use case, from the packed file to a workspace on disk and the counts told.
void import_xes(benchmark::State& state) {
  const std::size_t bytes = text_of(state, building_permits()).size();
  std::string folder = (fs::temp_directory_path() / "veer-bench-XXXXXX").string();
  if (mkdtemp(folder.data()) == nullptr) state.SkipWithError("no temporary folder");
  for (auto _ : state) {
    veer::SilentProgress silent;
    veer::app::ImportRequest request;
    request.workspace = fs::path(folder) / "x.veer";
    request.records = {building_permits()};
    benchmark::DoNotOptimize(veer::app::import_records(request, silent));
    state.PauseTiming();
    fs::remove_all(folder);
    fs::create_directory(folder);
    state.ResumeTiming();
  }
  fs::remove_all(folder);
  count_bytes(state, bytes);
}
BENCHMARK(import_xes)->Unit(benchmark::kMillisecond);

}  // namespace
