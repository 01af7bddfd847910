#include "graph/sqlite.hpp"

#include "extract/base/error.hpp"

#include <sqlite3.h>

namespace newsgraph::sqlite {

Database::Database(const std::string& path) : path_(path) {
    const int code =
        sqlite3_open_v2(path.c_str(), &handle_, SQLITE_OPEN_READWRITE | SQLITE_OPEN_CREATE | SQLITE_OPEN_NOMUTEX, nullptr);
    if (code != SQLITE_OK) {
        const std::string reason = handle_ == nullptr ? sqlite3_errstr(code) : sqlite3_errmsg(handle_);
        sqlite3_close_v2(handle_);
        throw IoError(path + ": " + reason);
    }
    sqlite3_extended_result_codes(handle_, 1);
    sqlite3_busy_timeout(handle_, 5000);
}

Database::~Database() {
    sqlite3_close_v2(handle_);
}

void Database::fail(int code) const {
    const std::string message = path_ + ": " + sqlite3_errmsg(handle_);
    switch (code & 0xFF) {
    case SQLITE_NOTADB:
    case SQLITE_CORRUPT:
        throw FormatError(message);
    case SQLITE_BUSY:
    case SQLITE_LOCKED:
        throw IoError(path_ + ": another program is writing to it", "try again when it is done");
    default:
        throw IoError(message);
    }
}

void Database::run(const char* sql) {
    const int code = sqlite3_exec(handle_, sql, nullptr, nullptr, nullptr);
    if (code != SQLITE_OK) {
        fail(code);
    }
}

std::int64_t Database::number(const char* sql) {
    Query query(*this, sql);
    return query.step() ? query.integer(0) : 0;
}

std::int64_t Database::last_id() const {
    return sqlite3_last_insert_rowid(handle_);
}

bool Database::in_transaction() const {
    return sqlite3_get_autocommit(handle_) == 0;
}

bool Database::read_only() const {
    return sqlite3_db_readonly(handle_, "main") == 1;
}

Savepoint::Savepoint(Database& database) : database_(database) {
    database_.run("SAVEPOINT step");
}

Savepoint::~Savepoint() {
    // A full disk may have ended the whole transaction already; there is nobody to tell of a second failure.
    if (!released_ && database_.in_transaction()) {
        sqlite3_exec(database_.handle_, "ROLLBACK TO step; RELEASE step", nullptr, nullptr, nullptr);
    }
}

void Savepoint::release() {
    database_.run("RELEASE step");
    released_ = true;
}

Query::Query(Database& database, const char* sql) : database_(database) {
    const int code = sqlite3_prepare_v3(database.handle_, sql, -1, SQLITE_PREPARE_PERSISTENT, &handle_, nullptr);
    if (code != SQLITE_OK) {
        database.fail(code);
    }
}

Query::~Query() {
    sqlite3_finalize(handle_);
}

Query& Query::bind(int index, std::string_view text) {
    // A null pointer would bind NULL.
    const char* data = text.data() == nullptr ? "" : text.data();
    const int code = sqlite3_bind_text64(handle_, index, data, text.size(), SQLITE_STATIC, SQLITE_UTF8);
    if (code != SQLITE_OK) {
        database_.fail(code);
    }
    return *this;
}

Query& Query::bind(int index, std::int64_t number) {
    const int code = sqlite3_bind_int64(handle_, index, number);
    if (code != SQLITE_OK) {
        database_.fail(code);
    }
    return *this;
}

Query& Query::bind(int index, double number) {
    const int code = sqlite3_bind_double(handle_, index, number);
    if (code != SQLITE_OK) {
        database_.fail(code);
    }
    return *this;
}

bool Query::step() {
    const int code = sqlite3_step(handle_);
    if (code == SQLITE_ROW) {
        return true;
    }
    sqlite3_reset(handle_);
    if (code != SQLITE_DONE) {
        database_.fail(code);
    }
    return false;
}

void Query::run() {
    while (step()) {
    }
}

void Query::reset() {
    sqlite3_reset(handle_);
}

std::string Query::text(int column) const {
    const auto* data = sqlite3_column_text(handle_, column);
    const int bytes = sqlite3_column_bytes(handle_, column);
    return data == nullptr ? std::string() : std::string(reinterpret_cast<const char*>(data), static_cast<std::size_t>(bytes));
}

std::int64_t Query::integer(int column) const {
    return sqlite3_column_int64(handle_, column);
}

double Query::real(int column) const {
    return sqlite3_column_double(handle_, column);
}

}  // namespace newsgraph::sqlite
