// The one place that names the test framework's header, so that a newer Catch2 is one edit.
#pragma once

#include <catch2/catch.hpp>
