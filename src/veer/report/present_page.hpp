// SPDX-License-Identifier: EUPL-1.2
// The figures of the screen of a described municipality: a mean with its range over the runs.
// Figures are in the unit of their column; shares (0 to 1) are shown as percentages.
#pragma once

#include <optional>
#include <string>

#include "veer/report/labels.hpp"
#include "veer/report/page.hpp"
#include "veer/report/present_report.hpp"

namespace veer::report {

class PresentPage : public Page {
 public:
  PresentPage(const PresentAnswer& answer, Language language)
      : Page(language),
        answer_(answer),
        town_(answer.municipality),
        present_(answer.present) {}

 protected:
  // Judgement: longer names would push the figures off a screen of 100 columns.
  static constexpr std::size_t name_columns = 24;
  // Judgement: fewer characters tell case types and units apart no more.
  static constexpr std::size_t least_name = 16;

  [[nodiscard]] const std::string& in_words(const org::Text& words) const {
    return in(language_, words);
  }
  [[nodiscard]] std::string figure(double value, int decimals = 0) const {
    return number(language_, value, decimals);
  }
  /// A figure with its range; without one where both ends are the figure itself.
  [[nodiscard]] std::string range(const study::Estimate& one, int decimals = 0) const {
    return figure(one.mean, decimals) + brackets(one, 1, decimals);
  }
  [[nodiscard]] std::string share(const study::Estimate& one, int decimals = 0) const {
    return percent(language_, one.mean, decimals) + brackets(one, 100, decimals);
  }
  [[nodiscard]] std::string share(const std::optional<study::Estimate>& one) const {
    return one ? share(*one) : "-";
  }
  [[nodiscard]] std::string short_name(const org::Text& name) const {
    return shortened(in_words(name), name_columns);
  }

  const PresentAnswer& answer_;
  const org::Municipality& town_;
  const study::Present& present_;

 private:
  [[nodiscard]] std::string brackets(const study::Estimate& one, double factor,
                                     int decimals) const {
    const std::string low = figure(factor * one.low, decimals);
    const std::string high = figure(factor * one.high, decimals);
    return low == high ? std::string() : " [" + low + " - " + high + "]";
  }
};

}  // namespace veer::report
