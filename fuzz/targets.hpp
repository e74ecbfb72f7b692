// SPDX-License-Identifier: EUPL-1.2
// What the fuzz targets feed: one function a format, which must return for any bytes.
#pragma once

#include <cstddef>
#include <cstdint>
#include <string_view>

namespace veer::fuzz {

void feed_xes(std::string_view bytes);
void feed_csv(std::string_view bytes);
void feed_staff(std::string_view bytes);
void feed_budget(std::string_view bytes);
void feed_map(std::string_view bytes);

}  // namespace veer::fuzz
