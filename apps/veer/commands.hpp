// SPDX-License-Identifier: EUPL-1.2
// The sub-commands, one file each. add_X registers it; running it sets `exit`.
#pragma once

#include "command.hpp"

namespace veer::cli {

}  // namespace veer::cli
