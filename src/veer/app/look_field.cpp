// SPDX-License-Identifier: EUPL-1.2
#include "veer/app/look_field.hpp"

#include <utility>

#include "veer/app/catalogue.hpp"
#include "veer/codec/field_reader.hpp"

namespace veer::app {
namespace {

template <class T>
void append(std::vector<T>& to, std::vector<T> more) {
  for (T& one : more) to.push_back(std::move(one));
}

}  // namespace

Result<org::Field> look_at_field() {
  org::Field whole;
  Problems problems;
  for (const std::string& id : ids_in("field")) {
    VEER_TRY(const NamedText file, find_text("field", id));
    Result<org::Field> part = codec::read_field(file.text, file.name);
    if (!part) {
      append(problems, part.error());
      continue;
    }
    whole.sources.merge(part->sources);
    append(whole.models, std::move(part->models));
    append(whole.groups, std::move(part->groups));
    append(whole.tables, std::move(part->tables));
  }
  if (!problems.empty()) return fail(std::move(problems));
  return whole;
}

}  // namespace veer::app
