// SPDX-License-Identifier: EUPL-1.2
// Collects the problems of one file: the first twenty in full, the rest as a count.
#pragma once

#include <cstddef>
#include <string>
#include <utility>

#include "veer/base/error.hpp"

namespace veer::codec {

class ProblemList {
 public:
  /// Judgement: twenty problems show what is wrong; thousands hide it.
  static constexpr std::size_t shown = 20;

  void add(Error error) {
    if (problems_.size() < shown) problems_.push_back(std::move(error));
    ++count_;
  }
  [[nodiscard]] bool empty() const { return count_ == 0; }
  [[nodiscard]] std::size_t count() const { return count_; }

  /// The problems, and when there were more one that says how many; the list is empty afterwards.
  [[nodiscard]] Problems take(const std::string& file) {
    if (count_ > problems_.size()) {
      problems_.push_back({problems_.front().code, file,
                           std::to_string(count_ - problems_.size()) + " more problems like these",
                           "", "Only the first " + std::to_string(shown) + " are listed."});
    }
    count_ = 0;
    return std::exchange(problems_, {});
  }

 private:
  Problems problems_;
  std::size_t count_ = 0;
};

}  // namespace veer::codec
