// SPDX-License-Identifier: EUPL-1.2
// The sub-commands, one file each. add_X registers it; running it sets `exit`.
#pragma once

#include "command.hpp"

namespace veer::cli {

/// veer import WORKSPACE FILES...: records and a staff list into a workspace.
void add_import(CLI::App& root, Exit& exit);
/// veer map WORKSPACE: proposes its map, or reads the corrected one back.
void add_map(CLI::App& root, Exit& exit);

/// veer look WORKSPACE: what its records show, and how well the twin imitates them.
void add_look(CLI::App& root, Exit& exit);

/// veer models [show MODEL]: the organisation models, or one from close by.
void add_models(CLI::App& root, Exit& exit);

/// veer laws [show LAW]: the laws that set a clock, or one from close by.
void add_laws(CLI::App& root, Exit& exit);

/// veer ask TARGET --model MODEL...: the organisation as it is against others, with or without a
/// shock.
void add_ask(CLI::App& root, Exit& exit);

/// veer demo: look and ask on the example municipality.
void add_demo(CLI::App& root, Exit& exit);

}  // namespace veer::cli
