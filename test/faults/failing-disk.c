/*
 * A disk that fails, for one process and below one folder; loaded before the C library (LD_PRELOAD).
 *
 * Every operation that changes the disk below FAILING_DISK_ROOT is counted in a control block, which the test shares
 * through the file FAILING_DISK_CONTROL. Operations numbered from `from` to `to` fail with `error`; where `half` is set
 * the first of them, if it is a write, stores half of its bytes and says so. An `error` of -1 kills the process there.
 * Removing is not counted while the error is ENOSPC: it needs no room.
 * Where FAILING_DISK_TRACE names a file, a line is added to it for each operation while `from` is set: its name, its
 * path below the root, and for one that gives a file another name, the name before.
 */
#define _GNU_SOURCE
#include <dlfcn.h>
#include <errno.h>
#include <fcntl.h>
#include <signal.h>
#include <stdarg.h>
#include <stdint.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <sys/mman.h>
#include <sys/stat.h>
#include <sys/uio.h>
#include <unistd.h>

struct control {
  int64_t count, from, to, error, half;
  char first[216]; /* the first operation that failed: its name and its path below the root */
};

static struct control *control;
static const char *root;
static size_t root_length;
static int trace = -1;

#define REAL(name) ((__typeof__(&name))real(#name))
static void *real(const char *name) { return dlsym(RTLD_NEXT, name); }

__attribute__((constructor)) static void begin(void) {
  const char *path = getenv("FAILING_DISK_CONTROL");
  root = getenv("FAILING_DISK_ROOT");
  const char *traced = getenv("FAILING_DISK_TRACE");
  if (!path || !root) return;
  if (traced) trace = REAL(open)(traced, O_WRONLY | O_APPEND | O_CREAT, 0600);
  root_length = strlen(root);
  int fd = REAL(open)(path, O_RDWR);
  if (fd < 0) return;
  void *block = mmap(NULL, sizeof(struct control), PROT_READ | PROT_WRITE, MAP_SHARED, fd, 0);
  close(fd);
  if (block != MAP_FAILED) control = block;
}

static int below(const char *path) {
  return control && path && strncmp(path, root, root_length) == 0 && (path[root_length] == '/' || !path[root_length]);
}

enum verdict { DONE, REFUSED, HALF };
static __thread const char *named_before;

/* Counts one operation on a path and says what becomes of it; sets errno where it is refused. */
static enum verdict judge(const char *operation, const char *path, int is_write) {
  if (!below(path)) return DONE;
  int64_t number = __atomic_add_fetch(&control->count, 1, __ATOMIC_SEQ_CST);
  if (control->from == 0) return DONE;
  if (trace >= 0) {
    int renamed = named_before && below(named_before);
    dprintf(trace, "%s\t%s\t%s\n", operation, path + root_length, renamed ? named_before + root_length : "");
  }
  if (number < control->from || number > control->to) return DONE;
  int first = number == control->from;
  if (first) snprintf(control->first, sizeof control->first, "%s %s", operation, path + root_length);
  if (first && control->half) {
    if (is_write) return HALF;
    if (control->to > number) return DONE;
  }
  if (control->error == -1) kill(getpid(), SIGKILL);
  errno = (int)control->error;
  return REFUSED;
}

static enum verdict judge_handle(const char *operation, int fd, int is_write) {
  char link[32], path[512];
  if (!control) return DONE;
  snprintf(link, sizeof link, "/proc/self/fd/%d", fd);
  ssize_t length = readlink(link, path, sizeof path - 1);
  if (length < 0) return DONE;
  path[length] = 0;
  return judge(operation, path, is_write);
}

static enum verdict judge_removal(const char *operation, const char *path) {
  return control && control->error == ENOSPC ? DONE : judge(operation, path, 0);
}

/* After half a write: dies there, or answers the short count. */
static ssize_t halved(ssize_t written) {
  if (control->error == -1) kill(getpid(), SIGKILL);
  return written;
}
static size_t half(size_t size) { return size > 1 ? size / 2 : size; }

#define OPENS(flags) (((flags) & O_ACCMODE) != O_RDONLY || ((flags) & O_CREAT))
#define MODE(flags) mode_t mode = 0; if ((flags) & (O_CREAT | O_TMPFILE)) { va_list rest; va_start(rest, flags); mode = va_arg(rest, mode_t); va_end(rest); }

int open(const char *path, int flags, ...) {
  MODE(flags)
  if (OPENS(flags) && judge("open", path, 0)) return -1;
  return REAL(open)(path, flags, mode);
}
int open64(const char *path, int flags, ...) {
  MODE(flags)
  if (OPENS(flags) && judge("open", path, 0)) return -1;
  return REAL(open64)(path, flags, mode);
}
int openat(int at, const char *path, int flags, ...) {
  MODE(flags)
  if (OPENS(flags) && judge("open", path, 0)) return -1;
  return REAL(openat)(at, path, flags, mode);
}

ssize_t write(int fd, const void *bytes, size_t size) {
  switch (judge_handle("write", fd, 1)) {
  case REFUSED: return -1;
  case HALF: return halved(REAL(write)(fd, bytes, half(size)));
  default: return REAL(write)(fd, bytes, size);
  }
}
#define PWRITE(name, offset_type)                                          \
  ssize_t name(int fd, const void *bytes, size_t size, offset_type at) {   \
    switch (judge_handle("pwrite", fd, 1)) {                               \
    case REFUSED: return -1;                                               \
    case HALF: return halved(REAL(name)(fd, bytes, half(size), at));       \
    default: return REAL(name)(fd, bytes, size, at);                       \
    }                                                                      \
  }
PWRITE(pwrite, off_t)
PWRITE(pwrite64, off64_t)

/* Half of several pieces is half of the first. */
ssize_t writev(int fd, const struct iovec *pieces, int count) {
  switch (judge_handle("writev", fd, 1)) {
  case REFUSED: return -1;
  case HALF: return halved(REAL(write)(fd, pieces[0].iov_base, half(pieces[0].iov_len)));
  default: return REAL(writev)(fd, pieces, count);
  }
}
#define PWRITEV(name, offset_type)                                                                \
  ssize_t name(int fd, const struct iovec *pieces, int count, offset_type at) {                   \
    switch (judge_handle("pwritev", fd, 1)) {                                                     \
    case REFUSED: return -1;                                                                      \
    case HALF: return halved(REAL(pwrite64)(fd, pieces[0].iov_base, half(pieces[0].iov_len), at)); \
    default: return REAL(name)(fd, pieces, count, at);                                            \
    }                                                                                             \
  }
PWRITEV(pwritev, off_t)
PWRITEV(pwritev64, off64_t)

#define ON_HANDLE(name, parameters, arguments)                  \
  int name parameters {                                         \
    if (judge_handle(#name, fd, 0)) return -1;                  \
    return REAL(name) arguments;                                \
  }
ON_HANDLE(fsync, (int fd), (fd))
ON_HANDLE(fdatasync, (int fd), (fd))
ON_HANDLE(ftruncate, (int fd, off_t size), (fd, size))
ON_HANDLE(ftruncate64, (int fd, off64_t size), (fd, size))
ON_HANDLE(fallocate, (int fd, int mode, off_t at, off_t size), (fd, mode, at, size))
ON_HANDLE(fallocate64, (int fd, int mode, off64_t at, off64_t size), (fd, mode, at, size))

#define ON_PATH(name, path, parameters, arguments)              \
  int name parameters {                                         \
    if (judge(#name, path, 0)) return -1;                       \
    return REAL(name) arguments;                                \
  }
#define NAMING(name)                                            \
  int name(const char *from, const char *to) {                  \
    named_before = from;                                        \
    enum verdict verdict = judge(#name, to, 0);                 \
    named_before = NULL;                                        \
    return verdict ? -1 : REAL(name)(from, to);                 \
  }
NAMING(rename)
NAMING(link)
ON_PATH(mkdir, path, (const char *path, mode_t mode), (path, mode))
ON_PATH(truncate, path, (const char *path, off_t size), (path, size))

#define REMOVAL(name, parameters, arguments)                    \
  int name parameters {                                         \
    if (judge_removal(#name, path)) return -1;                  \
    return REAL(name) arguments;                                \
  }
REMOVAL(unlink, (const char *path), (path))
REMOVAL(unlinkat, (int at, const char *path, int flags), (at, path, flags))
REMOVAL(rmdir, (const char *path), (path))
REMOVAL(remove, (const char *path), (path))
