// SPDX-License-Identifier: EUPL-1.2
#include "veer/eventlog/column_names.hpp"

namespace veer::eventlog {

std::string plain_column_name(std::string_view name) {
  std::string plain;
  plain.reserve(name.size());
  for (const char c : name) {
    if (c >= 'A' && c <= 'Z')
      plain += static_cast<char>(c - 'A' + 'a');
    else if ((c >= 'a' && c <= 'z') || (c >= '0' && c <= '9') || (c & 0x80) != 0)
      plain += c;
  }
  return plain;
}

}  // namespace veer::eventlog
