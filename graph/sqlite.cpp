#include "graph/sqlite.hpp"

#include "extract/base/error.hpp"

#include <sqlite3.h>
#include <fcntl.h>
#include <unistd.h>

#include <cerrno>
#include <filesystem>
#include <system_error>

namespace newsgraph::sqlite {

namespace {

constexpr int wait_for_others = 5000;  // milliseconds

// A constructor that throws has no destructor to close for it.
class Closed {
public:
    explicit Closed(sqlite3* handle) : handle_(handle) {}
    ~Closed() { sqlite3_close_v2(handle_); }
    Closed(const Closed&) = delete;
    Closed& operator=(const Closed&) = delete;

private:
    sqlite3* handle_;
};

// A file's name as SQLite wants it where something is to be said of it; as it is for a database in memory.
std::string uri(const std::string& path, const std::string& mode) {
    if (path.empty() || path == ":memory:") {
        return path;
    }
    std::string name = path.front() == '/' ? "file://" : "file:";
    for (const char c : path) {
        switch (c) {
        case '%': name += "%25"; break;
        case '?': name += "%3f"; break;
        case '#': name += "%23"; break;
        default: name += c;
        }
    }
    return name + "?" + mode;
}

// The file as it lies there, without a look at what other programs do to it.
constexpr const char* as_it_lies = "immutable=1";

// Is there something that was committed, but is not yet in the file?
bool has_log(const std::string& path) {
    std::error_code error;
    const auto size = std::filesystem::file_size(path + "-wal", error);
    return !error && size > 0;
}

}  // namespace

Database::Database(const std::string& path, Access access) : path_(path) {
    if (access == Access::read) {
        open_for_reading();
    } else if (const int code = open(uri(path, "mode=rwc"), SQLITE_OPEN_READWRITE | SQLITE_OPEN_CREATE); code != SQLITE_OK) {
        const Closed closed(handle_);
        fail(code);
    }
}

int Database::open(const std::string& name, int flags) {
    const int code = sqlite3_open_v2(name.c_str(), &handle_, flags | SQLITE_OPEN_NOMUTEX | SQLITE_OPEN_URI, nullptr);
    if (code == SQLITE_OK) {
        sqlite3_extended_result_codes(handle_, 1);
        sqlite3_busy_timeout(handle_, wait_for_others);
    }
    return code;
}

// A database with a write-ahead log wants files beside it even from its readers, and takes them away when the last one
// that may write closes it: so this one may, but does not. Where they cannot be made, as on a medium that is read-only, it
// is read without them, for nobody can be writing.
void Database::open_for_reading() {
    int code = open(uri(path_, "mode=rw"), SQLITE_OPEN_READWRITE);
    if (code == SQLITE_OK) {
        code = sqlite3_exec(handle_, "PRAGMA query_only = ON; SELECT count(*) FROM sqlite_schema", nullptr, nullptr, nullptr);
    }
    const int kind = code & 0xFF;
    if ((kind == SQLITE_CANTOPEN || kind == SQLITE_READONLY) && !has_log(path_)) {
        sqlite3_close_v2(handle_);
        code = open(uri(path_, as_it_lies), SQLITE_OPEN_READONLY);
        as_it_lies_ = true;
    }
    if (code != SQLITE_OK) {
        const Closed closed(handle_);
        fail(code);
    }
}

Database::~Database() {
    sqlite3_close_v2(handle_);
}

namespace {

// SQLite tries to read what it may not make, and then finds nothing there.
int reason_not_made(const std::string& path) {
    const auto folder = std::filesystem::absolute(path).parent_path();
    std::error_code ignored;
    return std::filesystem::is_directory(folder, ignored) && ::faccessat(AT_FDCWD, folder.c_str(), W_OK, AT_EACCESS) != 0 ? errno : ENOENT;
}

// ": No such file or directory", where the system gave a reason.
std::string system_reason(sqlite3* handle, const std::string& path) {
    const int told = handle == nullptr ? 0 : sqlite3_system_errno(handle);
    const int error = told == ENOENT ? reason_not_made(path) : told;
    return error == 0 ? std::string() : ": " + std::generic_category().message(error);
}

}  // namespace

void Database::fail(int code) const {
    // Out of memory there is no handle to ask.
    const std::string reason = handle_ == nullptr ? sqlite3_errstr(code) : sqlite3_errmsg(handle_);
    switch (code & 0xFF) {
    case SQLITE_NOTADB:
        throw FormatError(path_ + ": " + reason + ", so no store of newsgraph");
    case SQLITE_CORRUPT:
        throw FormatError(path_ + ": " + reason + "; take a sound copy, or add its articles to a new store");
    case SQLITE_BUSY:
    case SQLITE_LOCKED:
        throw IoError(path_ + ": another program is writing to it", "try again when it is done");
    case SQLITE_FULL:
        throw IoError(path_ + ": the disk is full", "what was committed before is kept");
    case SQLITE_READONLY:
        throw IoError(path_ + ": cannot be written");
    case SQLITE_CANTOPEN:
        throw IoError(path_ + ": cannot be opened" + system_reason(handle_, path_));
    case SQLITE_IOERR:
        throw IoError(path_ + ": " + reason + system_reason(handle_, path_));
    default:
        throw IoError(path_ + ": " + reason);
    }
}

void Database::run(const char* sql) {
    const int code = sqlite3_exec(handle_, sql, nullptr, nullptr, nullptr);
    if (code != SQLITE_OK) {
        fail(code);
    }
}

void Database::run_patiently(const char* sql) {
    constexpr int step = 20;  // milliseconds
    int code = sqlite3_exec(handle_, sql, nullptr, nullptr, nullptr);
    for (int waited = 0; (code & 0xFF) == SQLITE_BUSY && waited < wait_for_others; waited += step) {
        sqlite3_sleep(step);
        code = sqlite3_exec(handle_, sql, nullptr, nullptr, nullptr);
    }
    if (code != SQLITE_OK) {
        fail(code);
    }
}

void Database::try_run(const char* sql) noexcept {
    sqlite3_exec(handle_, sql, nullptr, nullptr, nullptr);
}

std::int64_t Database::number(const char* sql) {
    Query query(*this, sql);
    return query.step() ? query.integer(0) : 0;
}

std::int64_t Database::last_id() const {
    return sqlite3_last_insert_rowid(handle_);
}

int Database::changes() const {
    return sqlite3_changes(handle_);
}

bool Database::in_transaction() const {
    return sqlite3_get_autocommit(handle_) == 0;
}

bool Database::read_only() const {
    return sqlite3_db_readonly(handle_, "main") == 1;
}

void Database::attach(const Database& other, const char* name) {
    // Reading it once has shown how it can be read.
    const std::string file = uri(other.path(), other.as_it_lies_ ? as_it_lies : "mode=ro");
    Query query(*this, ("ATTACH ?1 AS " + std::string(name)).c_str());
    query.bind(1, file).run();
}

void Database::checkpoint() {
    sqlite3_busy_timeout(handle_, 0);
    try_run("PRAGMA wal_checkpoint(TRUNCATE)");
    sqlite3_busy_timeout(handle_, wait_for_others);
}

Transaction::~Transaction() {
    // A full disk may have ended it already.
    if (!committed_ && database_.in_transaction()) {
        database_.try_run("ROLLBACK");
    }
}

void Transaction::commit() {
    database_.run("COMMIT");
    committed_ = true;
}

Savepoint::Savepoint(Database& database) : database_(database) {
    database_.run("SAVEPOINT step");
}

Savepoint::~Savepoint() {
    // A full disk may have ended the whole transaction already; there is nobody to tell of a second failure.
    if (!released_ && database_.in_transaction()) {
        database_.try_run("ROLLBACK TO step; RELEASE step");
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

Query& Query::bind(int index, std::optional<std::int64_t> number) {
    if (number) {
        return bind(index, *number);
    }
    if (const int code = sqlite3_bind_null(handle_, index); code != SQLITE_OK) {
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

int Query::columns() const {
    return sqlite3_column_count(handle_);
}

bool Query::is_null(int column) const {
    return sqlite3_column_type(handle_, column) == SQLITE_NULL;
}

std::string Query::text(int column) const {
    return std::string(view(column));
}

std::string_view Query::view(int column) const {
    // The number of bytes makes a number, or another encoding, UTF-8; the bytes of a text are then as they lie in the page,
    // where sqlite3_column_text() would copy each to put a zero behind it.
    const int bytes = sqlite3_column_bytes(handle_, column);
    const void* data = sqlite3_column_blob(handle_, column);
    return data == nullptr ? std::string_view() : std::string_view(static_cast<const char*>(data), static_cast<std::size_t>(bytes));
}

std::int64_t Query::integer(int column) const {
    return sqlite3_column_int64(handle_, column);
}

std::optional<std::int64_t> Query::maybe_integer(int column) const {
    return is_null(column) ? std::nullopt : std::optional(integer(column));
}

double Query::real(int column) const {
    return sqlite3_column_double(handle_, column);
}

}  // namespace newsgraph::sqlite
