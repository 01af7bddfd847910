// A command line that cannot be understood: one line on stderr and exit code 2. A value.
#pragma once

#include "extract/base/error.hpp"

namespace newsgraph::cli {

class UsageError : public Error {
    using Error::Error;
};

}  // namespace newsgraph::cli
