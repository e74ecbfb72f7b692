// SPDX-License-Identifier: EUPL-1.2
// Where the boxes and lines of a process picture come: layer by layer from begin to end, the main
// path straight down. The order within a layer is by Sugiyama, Tagawa & Toda (1981), few crossings,
// as igraph implements it; the places are Veer's own, because boxes are wide and lines are not.
#pragma once

#include <cstddef>
#include <vector>

#include "veer/discover/process_picture.hpp"

namespace veer::report {

/// Pixels of one unit of the drawing, y downwards.
struct Point {
  double x = 0;
  double y = 0;
};

/// Pixels; boxes have these sizes around their centres.
inline constexpr int box_width = 210;
inline constexpr int box_height = 46;

/// A flow of the picture and the points it passes, from centre to centre.
struct Route {
  std::size_t flow = 0;  ///< Index in Picture::flows.
  std::vector<Point> points;
};

struct ProcessLayout {
  std::vector<Point> centres;  ///< Of the activities, then begin and end.
  std::vector<Route> routes;   ///< Of drawn_flows() that are no loops.
  double width = 0;            ///< Everything lies between 0 and these, pixels.
  double height = 0;
};

/// Flows that a picture can show without becoming a knot: those of at least two in a hundred cases,
/// and of each activity the largest that leads to it and the largest that leads on. Indices in
/// Picture::flows, ascending.
[[nodiscard]] std::vector<std::size_t> drawn_flows(const discover::Picture& picture);

/// The same picture gives the same layout. O(layers * flows) lines.
[[nodiscard]] ProcessLayout lay_out(const discover::Picture& picture);

}  // namespace veer::report
