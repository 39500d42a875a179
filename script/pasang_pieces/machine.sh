# shellcheck shell=bash
# shellcheck disable=SC2154  # read by script/pasang, which has the rest: what the machine holds besides the program.

environment=/etc/sakip.env
answers=/etc/sakip/pasang.conf
data=/var/lib/sakip
socket=/run/sakip/web.sock
database_url=postgres://sakip@//var/run/postgresql/sakip

# --- Before anything is touched ---

check_words() {
    local word
    word=${given[domain]-}
    [[ -z $word || ($word =~ ^[a-z0-9]([a-z0-9-]*[a-z0-9])?(\.[a-z0-9]([a-z0-9-]*[a-z0-9])?)*$ && ${#word} -le 253) ]] ||
        fail "--domain \"$word\" bukan nama situs. Tulis dengan huruf kecil tanpa https://, misalnya sakip.contohkab.go.id."
    word=${given[zona]-WIB}
    [[ $word =~ ^(WIB|WITA|WIT)$ ]] || fail "--zona \"$word\" tidak dikenal. Isi WIB, WITA, atau WIT."
    word=${given[proses]-2}
    [[ $word =~ ^[1-9][0-9]?$ ]] || fail "--proses \"$word\" bukan bilangan 1 sampai 99."
    word=${given[proksi]-127.0.0.1}
    [[ $word =~ ^[0-9a-f.:]+(/[0-9]+)?$ ]] || fail "--proksi \"$word\" bukan alamat IP, misalnya 10.0.0.5."
    word=${given[cadangan]-/}
    [[ $word =~ ^/[A-Za-z0-9._/-]*$ ]] ||
        fail "--cadangan \"$word\" tidak dapat dipakai. Tulis alamat lengkap tanpa spasi, misalnya /mnt/cadangan/sakip."
    word=${given[sertifikat]:+satu}${given[kunci]:+dua}
    [[ $word =~ ^(satudua)?$ ]] || fail "--sertifikat dan --kunci ditulis bersama."
    for word in sertifikat kunci; do
        [[ ${given[$word]-/} =~ ^/[A-Za-z0-9._/-]*$ ]] ||
            fail "--$word \"${given[$word]}\" tidak dapat dipakai. Tulis alamat lengkap tanpa spasi."
    done
    [ -z "${given[tanpa-tls]-}" ] || [ -n "${given[proksi]-}" ] ||
        fail "--tanpa-tls memerlukan --proksi ALAMAT: hanya proksi itu yang boleh bertanya tanpa HTTPS."
    [ -z "${given[proksi]-}" ] || [ -n "${given[tanpa-tls]-}" ] || fail "--proksi hanya bersama --tanpa-tls."
    [ -z "${given[tanpa-tls]-}" ] || [ -z "${given[sertifikat]-}" ] ||
        fail "--tanpa-tls dan --sertifikat tidak dapat bersama: pilih siapa yang mengurus HTTPS."
}

check_machine() {
    local id version
    id=$(. /etc/os-release 2>/dev/null && echo "${ID-}") || true
    version=$(. /etc/os-release 2>/dev/null && echo "${VERSION_ID-0}") || true
    version=${version%%.*}
    if [ "$id" != debian ] || [ "${version:-0}" -lt 12 ]; then
        fail "mesin ini bukan Debian 12 atau lebih baru (${id:-tidak dikenal} ${version:-tanpa versi}). Pasang dengan tangan menurut docs/operasi."
    fi
    [ -d /run/systemd/system ] || fail "systemd tidak berjalan pada mesin ini. Pasang dengan tangan menurut docs/operasi."
    if [ -e /opt/sakip/manage.py ]; then
        fail "/opt/sakip sudah berisi program yang dipasang dengan tangan. Lihat docs/operasi/pemasangan.md, \"Dari pemasangan dengan tangan\"."
    fi
    local free
    free=$(df --output=avail -BM /opt | tail -n 1 | tr -dc 0-9)
    [ "$free" -ge 2000 ] || fail "ruang kosong pada /opt hanya $free MB. Sediakan sedikitnya 2000 MB, lalu ulangi."
}

# What was answered once need not be said again.
remember_answers() {
    domain='' tls=sendiri certificate='' key='' proxy='' backups=/var/backups/sakip processes=''
    # shellcheck disable=SC1090
    [ ! -e "$answers" ] || . "$answers"
    domain=${given[domain]-$domain}
    if [ -z "$domain" ] && [ -t 0 ]; then
        read -rp "Nama situs (misalnya sakip.contohkab.go.id): " domain
        given[domain]=$domain
        check_words
    fi
    [ -n "$domain" ] || fail "nama situs belum diketahui. Ulangi dengan --domain, misalnya --domain sakip.contohkab.go.id."
    if [ -n "${given[sertifikat]-}" ]; then
        tls=sertifikat certificate=${given[sertifikat]} key=${given[kunci]}
    elif [ -n "${given[tanpa-tls]-}" ]; then
        tls=tanpa proxy=${given[proksi]}
    fi
    backups=${given[cadangan]-$backups}
    processes=${given[proses]-$processes}
}

check_certificate() {
    [ "$tls" = sertifikat ] || return 0
    local file
    for file in "$certificate" "$key"; do
        [ -r "$file" ] || fail "berkas \"$file\" tidak ada atau tidak dapat dibaca."
    done
    command -v openssl >/dev/null || return 0 # asked again once it is installed
    openssl x509 -in "$certificate" -noout 2>/dev/null || fail "\"$certificate\" bukan sertifikat PEM."
    openssl x509 -in "$certificate" -noout -checkend 0 >/dev/null ||
        fail "sertifikat \"$certificate\" sudah kedaluwarsa. Perbarui dahulu."
    [ "$(openssl x509 -in "$certificate" -noout -pubkey)" = "$(openssl pkey -in "$key" -pubout 2>/dev/null)" ] ||
        fail "kunci \"$key\" bukan kunci sertifikat \"$certificate\"."
    openssl x509 -in "$certificate" -noout -checkhost "$domain" | grep -q ' does match' ||
        fail "sertifikat \"$certificate\" bukan untuk $domain."
}

# --- Files that are written only where they differ ---

put() { # file, mode; its content is read
    local file=$1 mode=$2 fresh
    fresh=$(mktemp "$(dirname "$file")/.sakip.XXXXXX")
    cat >"$fresh"
    if [ -e "$file" ] && cmp -s "$fresh" "$file" && [ "$(stat -c %a "$file")" = "${mode#0}" ]; then
        rm -f "$fresh"
        return 0
    fi
    chmod "$mode" "$fresh"
    mv "$fresh" "$file"
    changed+=("$file")
}

folder() { # folder, owner:group, mode
    [ "$(stat -c '%U:%G %a' "$1" 2>/dev/null)" != "$2 ${3#0}" ] || return 0
    install -d -o "${2%:*}" -g "${2#*:}" "$1"
    chmod "$3" "$1"
    changed+=("$1")
}

has_changed() { # pattern
    local one
    # shellcheck disable=SC2053  # a pattern is meant
    for one in "${changed[@]}"; do [[ $one != $1 ]] || return 0; done
    return 1
}

# --- Packages, user, database ---

install_packages() {
    local package missing=() packages=(nginx postgresql postgresql-client python3 python3-venv openssl curl ca-certificates
        logrotate dbus)
    # A code of the second step of signing in is of a moment.
    [ -n "$(dpkg-query -W -f '${Provides}' 2>/dev/null | grep -o time-daemon | head -n 1)" ] || packages+=(systemd-timesyncd)
    for package in "${packages[@]}"; do
        [ "$(dpkg-query -W -f '${db:Status-Status}' "$package" 2>/dev/null)" = installed ] || missing+=("$package")
    done
    [ ${#missing[@]} -gt 0 ] || return 0
    say "Memasang paket Debian: ${missing[*]}"
    local log
    log=$(mktemp)
    export DEBIAN_FRONTEND=noninteractive
    apt-get update -q >"$log" 2>&1 || true
    if ! apt-get install -y -q --no-install-recommends "${missing[@]}" >>"$log" 2>&1; then
        tail -n 20 "$log" >&2
        rm -f "$log"
        fail "paket Debian gagal dipasang. Jalankan sendiri untuk melihat sebabnya: apt-get install ${missing[*]}"
    fi
    rm -f "$log"
    changed+=("paket: ${missing[*]}")
    check_certificate
}

make_user() {
    getent passwd sakip >/dev/null || {
        useradd --system --user-group --home-dir "$data" --no-create-home --shell /usr/sbin/nologin sakip
        changed+=("pemakai sakip")
    }
    install -d /opt/sakip /opt/sakip/rilis /opt/sakip/paket /opt/sakip/halaman /etc/sakip /var/www/sakip
    # Others may pass, not look: nginx reads only what is static, through a group that what is added there inherits.
    folder "$data" sakip:sakip 0711
    folder "$data/media" sakip:sakip 0700
    folder "$data/static" sakip:www-data 2750
    [ -d "$(dirname "$backups")" ] || fail "folder \"$(dirname "$backups")\" belum ada. Buat atau pasang disknya dahulu."
    folder "$backups" sakip:sakip 0700
}

as_postgres() { (cd / && runuser -u postgres -- "$@"); }
ask() { as_postgres psql -X -q -A -t -v ON_ERROR_STOP=1 -d "${2-postgres}" -c "$1"; } # statement, database
database_exists() { [ "$(ask "SELECT 1 FROM pg_database WHERE datname = '$1'")" = 1 ]; }

# Of the sorting of characters by number, which no update of the system changes under an index.
new_database() { # name
    as_postgres createdb --owner=sakip --encoding=UTF8 --template=template0 --locale=C.UTF-8 "$1"
    ask "REVOKE ALL ON DATABASE \"$1\" FROM PUBLIC"
}

make_database() {
    systemctl is-active --quiet postgresql || systemctl enable --now --quiet postgresql
    local _
    for _ in {1..60}; do
        ! as_postgres pg_isready -q || break
        sleep 1
    done
    as_postgres pg_isready -q || fail "PostgreSQL tidak menjawab. Lihat: journalctl -u 'postgresql@*' -n 50"
    if [ "$(ask "SELECT 1 FROM pg_roles WHERE rolname = 'sakip'")" != 1 ]; then
        as_postgres createuser --no-superuser --no-createdb --no-createrole sakip
        changed+=("peran basis data sakip")
    fi
    # Where an upgrade was interrupted another name may hold it: recover knows.
    database_exists sakip || database_exists sakip_sebelum || {
        new_database sakip
        changed+=("basis data sakip")
    }
}

# --- Environment, answers, certificate ---

set_environment() { # name, value
    ! grep -qxF "$1=$2" "$environment" || return 0
    put "$environment" 0600 <<TEKS
$(grep -v "^$1=" "$environment" || true)
$1=$2
TEKS
}

make_environment() {
    local proxies=1
    [ "$tls" != tanpa ] || proxies=2
    if [ ! -e "$environment" ]; then
        put "$environment" 0600 <<TEKS
# Setelan SAKIP Kecamatan; arti setiap baris: docs/operasi. Sesudah mengubahnya: systemctl restart sakip-web sakip-pekerja
# SAKIP_SECRET_KEY tidak ada dalam cadangan: simpan salinannya di amplop tertutup.
SAKIP_MODE=produksi
SAKIP_SECRET_KEY=$(head -c 64 /dev/urandom | base64 -w 0 | tr '+/' '-_' | tr -d =)
SAKIP_ALLOWED_HOSTS=$domain
SAKIP_ADDRESS=https://$domain
SAKIP_DATA_DIR=$data
DATABASE_URL=$database_url
SAKIP_PROXY_COUNT=$proxies
SAKIP_TIME_ZONE=${given[zona]-WIB}
TEKS
    else
        # What an operator wrote stays; what was said on the command line is meant.
        [ -z "${given[domain]-}" ] || {
            set_environment SAKIP_ALLOWED_HOSTS "$domain"
            set_environment SAKIP_ADDRESS "https://$domain"
        }
        [ -z "${given[tanpa-tls]-}${given[sertifikat]-}" ] || set_environment SAKIP_PROXY_COUNT "$proxies"
        [ -z "${given[zona]-}" ] || set_environment SAKIP_TIME_ZONE "${given[zona]}"
    fi
    put "$answers" 0644 <<TEKS
domain=$domain
tls=$tls
certificate=$certificate
key=$key
proxy=$proxy
backups=$backups
processes=$processes
TEKS
    if [ -z "$processes" ]; then
        processes=$(nproc)
        [ "$processes" -ge 2 ] || processes=2
    fi
}

make_certificate() {
    [ "$tls" = sendiri ] || return 0
    folder /etc/sakip/tls root:root 0700
    certificate=/etc/sakip/tls/sendiri.crt key=/etc/sakip/tls/sendiri.key
    if [ ! -e "$key" ] || ! openssl x509 -in "$certificate" -noout -checkhost "$domain" 2>/dev/null | grep -q ' does match' ||
        ! openssl x509 -in "$certificate" -noout -checkend 2592000 >/dev/null; then
        (umask 077 && openssl req -x509 -newkey ec -pkeyopt ec_paramgen_curve:P-256 -nodes -days 730 -keyout "$key" \
            -out "$certificate" -subj "/CN=$domain" -addext "subjectAltName=DNS:$domain" 2>/dev/null)
        changed+=("$certificate")
    fi
}

# --- Services and nginx, as a release has them ---

nginx_is_newer() { printf '%s\n' 1.25.1 "$(nginx -v 2>&1 | sed -n 's|.*nginx/\([0-9.]*\).*|\1|p')" | sort -VC; }

put_piece() { # release, piece, file, mode; its words filled in
    local family=s/^// # where the machine knows no IPv6, nginx may not listen there
    [ -e /proc/net/if_inet6 ] || family='/listen \[::\]/d'
    local protocol=s/^// # a newer nginx wants it said in another way, and warns
    ! nginx_is_newer || protocol='s/^\( *\)listen 443 ssl http2;/\1http2 on;\n\1listen 443 ssl;/; s/ ssl http2;/ ssl;/'
    sed -e "s|@DOMAIN@|$domain|g" -e "s|@SERTIFIKAT@|$certificate|" -e "s|@KUNCI@|$key|" -e "s|@PROKSI@|$proxy|" \
        -e "s|@CADANGAN@|$backups|" -e "s|@PROSES@|$processes|" -e "$family" -e "$protocol" "$1/script/pasang_pieces/$2" >"$filled"
    put "$3" "$4" <"$filled"
}

configure() { # release
    filled=$(mktemp)
    local units=/etc/systemd/system one site=nginx-tls.conf
    [ "$tls" != tanpa ] || site=nginx-tanpa-tls.conf
    for one in sakip-web.socket sakip-{web,pekerja,cadangan,sapu}.service sakip-{cadangan,sapu}.timer; do
        put_piece "$1" "$one" "$units/$one" 0644
    done
    install -d $units/sakip-.service.d /etc/systemd/journald.conf.d
    put_piece "$1" 50-bersama.conf $units/sakip-.service.d/50-bersama.conf 0644
    put_piece "$1" journald.conf /etc/systemd/journald.conf.d/sakip.conf 0644
    put_piece "$1" sakip-kelola /usr/local/sbin/sakip-kelola 0755
    for one in 413 503; do put_piece "$1" $one.html /opt/sakip/halaman/$one.html 0644; done
    put_piece "$1" nginx-umum.conf /etc/nginx/conf.d/sakip.conf 0644
    put_piece "$1" nginx-situs.conf /etc/nginx/snippets/sakip.conf 0644
    put_piece "$1" $site /etc/nginx/sites-available/sakip 0644
    [ "$(readlink /etc/nginx/sites-enabled/sakip)" = /etc/nginx/sites-available/sakip ] || {
        ln -sfn /etc/nginx/sites-available/sakip /etc/nginx/sites-enabled/sakip
        changed+=(/etc/nginx/sites-enabled/sakip)
    }
    # The page with which Debian greets would answer for every other name.
    if [ -L /etc/nginx/sites-enabled/default ]; then
        rm /etc/nginx/sites-enabled/default
        changed+=("/etc/nginx/sites-enabled/default (dihapus)")
    fi
    rm -f "$filled"
}

# One worker is ours; an operator may have added others.
workers() { systemctl list-unit-files --no-legend 'sakip-pekerja*.service' | awk '{ print $1 }'; }

# Start what does not run, start anew what differs, leave the rest.
apply_configuration() {
    ! has_changed '/etc/systemd/system/*' || systemctl daemon-reload
    ! has_changed '/etc/systemd/journald*' || systemctl restart systemd-journald
    systemctl enable --quiet --now sakip-web.socket sakip-cadangan.timer sakip-sapu.timer
    systemctl enable --quiet sakip-web.service sakip-pekerja.service nginx
    local services=(sakip-web.service)
    mapfile -t -O 1 services < <(workers)
    if has_changed '/etc/systemd/system/sakip-[wp.]*' || has_changed "$environment" || has_changed "$(release_in_use)"; then
        systemctl restart "${services[@]}"
    else
        systemctl start "${services[@]}"
    fi
    apply_nginx
}

apply_nginx() {
    local said
    said=$(nginx -t -q 2>&1) || fail "konfigurasi nginx ditolak: $said. Perbaiki, lalu ulangi."
    if ! systemctl is-active --quiet nginx; then
        systemctl start nginx
    elif has_changed '/etc/nginx/*' || has_changed "$certificate"; then
        systemctl reload nginx
    fi
}
