// SPDX-License-Identifier: EUPL-1.2
// One libFuzzer program; VEER_FUZZ_FEED names the function it feeds.
#include "targets.hpp"

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* bytes, std::size_t size);
extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* bytes, std::size_t size) {
  veer::fuzz::VEER_FUZZ_FEED({reinterpret_cast<const char*>(bytes), size});
  return 0;
}
