// SPDX-License-Identifier: EUPL-1.2
// What an addressed draw costs, held against a stream of the standard library that can only be read
// in order.
#include "veer/stats/draws.hpp"

#include <benchmark/benchmark.h>

#include <random>

namespace {

void yardstick_mt19937_64(benchmark::State& state) {
  std::mt19937_64 stream(42);
  for (auto _ : state) benchmark::DoNotOptimize(stream());
}
BENCHMARK(yardstick_mt19937_64);

void addressed_uniform(benchmark::State& state) {
  const veer::Draws draws(42, 0);
  std::uint32_t subject = 0;
  for (auto _ : state) {
    benchmark::DoNotOptimize(draws.uniform(veer::Purpose::effort, subject));
    ++subject;
  }
}
BENCHMARK(addressed_uniform);

}  // namespace
