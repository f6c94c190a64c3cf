#!/bin/sh
# A disk that can lose its power: an ext4 file system in a file, mounted through a loop device. "cut" shuts the file system down where
# it stands, without writing its log or anything the kernel still holds back; what was not synced is gone, as after a power cut.
# (The disk under it keeps what it was given: a drive that lies about syncing is not what is tested.) Needs root, e2fsprogs, python3.
#
#   power-cut.sh make IMAGE DIR     makes and mounts a file system of 3 GB
#   power-cut.sh cut DIR            the power goes
#   power-cut.sh again IMAGE DIR    the power comes back: unmounts, checks nothing, mounts
#   power-cut.sh end DIR            unmounts
set -eu
leave() {
  for _ in $(seq 100); do
    umount "$1" 2>/dev/null && return 0
    sleep 0.1
  done
  umount "$1"
}
case "$1" in
  make)
    truncate -s 3G "$2"
    mkfs.ext4 -q "$2"
    mkdir -p "$3"
    mount -o loop "$2" "$3"
    chmod 755 "$3"
    rmdir "$3/lost+found"
    ;;
  cut)
    # EXT4_IOC_SHUTDOWN with EXT4_GOING_FLAGS_NOLOGFLUSH
    python3 -c 'import fcntl, os, struct, sys; fcntl.ioctl(os.open(sys.argv[1], os.O_RDONLY), 0x8004587D, struct.pack("I", 2))' "$2"
    ;;
  again)
    leave "$3"
    mount -o loop "$2" "$3"
    ;;
  end)
    leave "$2"
    ;;
  *)
    echo "usage: power-cut.sh make|cut|again|end" >&2
    exit 2
    ;;
esac
