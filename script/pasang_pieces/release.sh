# shellcheck shell=bash
# shellcheck disable=SC2154  # read by script/pasang, which has the rest: the program, from one release to another.

releases=/opt/sakip/rilis
current=/opt/sakip/kini
# While it exists nginx answers that the site comes back soon. Not in /run: a machine that loses power in the middle stays closed.
closed=/opt/sakip/tertutup
program=(manage.py kecamatan sakip reports templates static fixtures docs script pyproject.toml requirements.lock
    requirements-dev.lock LICENSE README.md CHANGELOG.md CONTRIBUTING.md SECURITY.md)

release_in_use() { readlink "$current" || true; }

# Its version, and what it is made of: the same code is the same release wherever it lies.
release_name() {
    local version hash
    version=$(sed -n 's/^version = "\(.*\)"$/\1/p' "$source_root/pyproject.toml" | head -n 1)
    hash=$(cd "$source_root" && find "${program[@]}" -type f ! -path '*/__pycache__/*' -print0 | sort -z | xargs -0 sha256sum | sha256sum)
    release=$releases/$version-${hash:0:12}
}

build_release() {
    local packages
    # Python packages of one lock are shared by all releases that have it: most upgrades bring none. Another Python, as the next
    # Debian has, needs them anew, also where the program is the same.
    packages=/opt/sakip/paket/$({ cat "$source_root/requirements.lock"; python3 --version; } | sha256sum | head -c 12)
    if [ -e "$release/.lengkap" ]; then
        [ "$(readlink "$release/.venv")" != "$packages/.venv" ] || return 0
        say "Menyiapkan paket Python untuk $(python3 --version)"
    else
        say "Menyalin program ke $release"
        rm -rf "$release"
        install -d "$release"
        tar -C "$source_root" --exclude=__pycache__ -cf - "${program[@]}" | tar -C "$release" --no-same-owner -xf -
        chown -R root:root "$release"
        chmod -R u=rwX,go=rX "$release"
    fi
    install -d "$packages/script"
    cp "$release/script/setup" "$packages/script/"
    cp "$release"/requirements*.lock "$packages/"
    "$packages/script/setup"
    ln -sfn "$packages/.venv" "$release/.venv"
    # The services may not write here; compiled now, they start faster.
    "$release/.venv/bin/python" -m compileall -q "$release/sakip" "$release/kecamatan" "$release/reports"
    touch "$release/.lengkap"
    changed+=("$release")
}

# A command of a release, as its services run it; words with = go into the environment. It does not hold the lock of this script,
# which would outlive a script that was killed.
manage() { # release, [NAME=value…], command…
    local of=$1 words=()
    shift
    while [[ $1 =~ ^[A-Z_]+= ]]; do
        words+=("$1")
        shift
    done
    systemd-run --quiet --wait --collect --pipe --property=User=sakip --property=Group=sakip --property=UMask=0027 \
        --property=EnvironmentFile="$environment" --property=WorkingDirectory="$of" \
        -- /usr/bin/env "${words[@]}" "$of/.venv/bin/python" manage.py "$@" </dev/null 9>&-
}

# --- Health ---

unhealthy=
page() { # address below the site; asked of the program itself, as nginx does
    curl -sS -o /dev/null -w '%{http_code}' --max-time 20 --unix-socket "$socket" -H "Host: $domain" \
        -H 'X-Forwarded-Proto: https' "http://localhost$1" 2>/dev/null || true
}

healthy() {
    local code process
    code=$(page /masuk/)
    [ "$code" = 200 ] || { unhealthy="halaman masuk menjawab $code"; return 1; }
    # Not the beat of the worker before: that of the process which runs now.
    process=$(systemctl show -P MainPID sakip-pekerja.service)
    [ "$(ask "SELECT count(*) > 0 FROM kecamatan_workerpulse WHERE worker LIKE '%:$process:%'" sakip)" = t ] ||
        { unhealthy="pekerja dokumen belum berdenyut"; return 1; }
    code=$(page /sehat/)
    [ "$code" = 200 ] || { unhealthy="/sehat/ menjawab $code"; return 1; }
}

# Requests to a program that does not start wait at its socket: the clock ends it, not the number of questions.
wait_until_healthy() {
    local until=$((SECONDS + 120))
    while [ "$SECONDS" -lt "$until" ]; do
        ! healthy || return 0
        sleep 1
    done
    return 1
}

check_through_nginx() {
    local code where=(--resolve "$domain:443:127.0.0.1" -k "https://$domain/masuk/")
    [ "$tls" != tanpa ] || where=(-H "Host: $domain" -H 'X-Forwarded-Proto: https' http://127.0.0.1/masuk/)
    code=$(curl -sS -o /dev/null -w '%{http_code}' --max-time 20 "${where[@]}" 2>/dev/null) || true
    [ "$code" = 200 ] || fail "nginx menjawab $code untuk halaman masuk. Lihat: journalctl -u nginx -n 50, /var/log/nginx/sakip.error.log"
}

# --- From one release to the next ---

old=
switching=

link() { # release
    ln -sfn "$1" $current.baru
    mv -T $current.baru $current
}

upgrade() {
    old=$(release_in_use)
    if [ -n "$old" ]; then
        ! database_exists sakip_sebelum || fail "basis data sakip_sebelum masih ada dari pembaruan yang terhenti, sedangkan situs sudah dibuka.
Pastikan isinya tidak diperlukan, hapus dengan: runuser -u postgres -- dropdb sakip_sebelum, lalu ulangi."
        check_newer
        say "Memperbarui dari $(basename "$old") ke $(basename "$release")"
        rehearse
    fi
    say "Memeriksa setelan"
    manage "$release" check --deploy --fail-level WARNING >/dev/null || fail "setelan ditolak; sebabnya tertulis di atas. Situs tidak berubah."
    if [ -n "$old" ]; then
        # First who may work for minutes, while the site still answers.
        switching=1
        # shellcheck disable=SC2046  # names of services
        systemctl stop sakip-cadangan.timer sakip-sapu.timer sakip-cadangan.service sakip-sapu.service $(workers)
        echo "$old" >"$closed"
        systemctl stop sakip-web.socket sakip-web.service
        keep_database
    else
        touch "$closed"
    fi
    say "Menyiapkan basis data, data acuan, dan berkas statis"
    manage "$release" siapkan || fail "\"siapkan\" tidak berhasil; sebabnya tertulis di atas."
    link "$release"
    configure "$release"
    changed+=("$environment") # so that both services start with the new program
    apply_configuration
    say "Menunggu situs dan pekerja"
    wait_until_healthy || fail "versi baru tidak sehat: $unhealthy. Lihat: journalctl -u sakip-web -u sakip-pekerja -n 50"
    switching=
    ! database_exists sakip_sebelum || as_postgres dropdb sakip_sebelum
    forget_old_releases
}

# Older code does not know what a newer one has stored.
check_newer() {
    local lost
    lost=$(cd "$old" && find . -path ./.venv -prune -o -path '*/migrations/[0-9]*.py' -print | while read -r one; do
        [ -e "$release/$one" ] || echo "$one"
    done)
    [ -z "$lost" ] || fail "kode dalam folder ini lebih lama daripada yang terpasang ($(basename "$old")). Situs tidak berubah. Untuk kembali ke
versi lama, pulihkan cadangan dari versi itu (docs/operasi/cadangan.md)."
}

# A backup by the old program, and the new one tried on what it holds, while the site works on.
rehearse() {
    local size free newest
    size=$(ask "SELECT pg_database_size('sakip') / 1000000")
    free=$(df --output=avail -BM /var/lib/postgresql | tail -n 1 | tr -dc 0-9)
    [ "$free" -ge $((2 * size + 1000)) ] || fail "ruang kosong untuk basis data hanya $free MB; memperbarui memerlukan $((2 * size + 1000)) MB.
Situs tidak berubah."
    say "Membuat cadangan"
    manage "$old" cadangkan "$backups" || fail "cadangan gagal; sebabnya tertulis di atas. Situs tidak berubah."
    newest=$(find "$backups" -maxdepth 1 -name 'sakip-*' | sort | tail -n 1)
    say "Mencoba versi baru pada salinan basis data"
    forget_rehearsal
    new_database sakip_latihan
    (cd / && exec runuser -u sakip -- pg_restore --no-owner --no-privileges --exit-on-error --single-transaction --dbname=sakip_latihan \
        "$newest/basis-data.pgdump") || fail "cadangan tidak dapat dibaca kembali. Situs tidak berubah."
    folder "$data-latihan" sakip:sakip 0700
    manage "$release" "DATABASE_URL=${database_url}_latihan" "SAKIP_DATA_DIR=$data-latihan" siapkan >/dev/null ||
        fail "versi baru tidak dapat mengolah basis data ini; sebabnya tertulis di atas. Situs tidak berubah dan tetap berjalan."
    forget_rehearsal
}

forget_rehearsal() {
    as_postgres dropdb --if-exists sakip_latihan 2>/dev/null
    rm -rf "$data-latihan"
}

# A copy of this very moment, by the server itself; nobody may be at the database meanwhile.
keep_database() {
    ask "SELECT pg_terminate_backend(pid) FROM pg_stat_activity WHERE datname = 'sakip'" >/dev/null
    as_postgres createdb --template=sakip --owner=sakip sakip_sebelum
    ask "REVOKE ALL ON DATABASE sakip_sebelum FROM PUBLIC"
}

# The database of before, the release of before.
go_back() {
    say "Kembali ke $(basename "$old")"
    unhealthy="basis data sebelum pembaruan tidak dapat dikembalikan"
    # shellcheck disable=SC2046  # names of services
    systemctl stop sakip-web.socket sakip-web.service $(workers) || return 1
    if database_exists sakip_sebelum; then
        if database_exists sakip; then
            ask "SELECT pg_terminate_backend(pid) FROM pg_stat_activity WHERE datname = 'sakip'" >/dev/null || return 1
            as_postgres dropdb sakip || return 1
        fi
        ask "ALTER DATABASE sakip_sebelum RENAME TO sakip" || return 1
    fi
    unhealthy="program sebelum pembaruan tidak dapat dinyalakan"
    link "$old" || return 1
    manage "$old" collectstatic --no-input --verbosity 0 || return 1
    configure "$old" || return 1
    changed+=("$environment")
    apply_configuration || return 1
    wait_until_healthy || return 1
    rm -f "$closed"
}

# A run that was killed, or a machine that lost power, in the middle of an upgrade: it was closed, so nothing is lost.
recover() {
    if [ ! -s "$closed" ] || ! database_exists sakip_sebelum; then return 0; fi
    say "Pembaruan sebelumnya terhenti di tengah jalan"
    old=$(cat "$closed")
    go_back || fail "situs tidak sehat sesudah dikembalikan: $unhealthy. Ia tetap tertutup; lihat docs/operasi/pemasangan.md."
}

# Whatever ends a run in the middle of an upgrade: the site as it was.
ended() {
    local status=$?
    trap '' INT TERM HUP
    set +e
    forget_rehearsal
    if [ -n "$switching" ]; then
        if go_back; then
            echo "script/pasang: situs kembali seperti sebelumnya ($(basename "$old")); tidak ada yang hilang." >&2
        else
            echo "script/pasang: situs tidak sehat juga sesudah dikembalikan: $unhealthy. Ia tetap tertutup; lihat docs/operasi/pemasangan.md." >&2
        fi
        status=1
    fi
    exit "$status"
}

# The one before stays, for who wants to compare.
forget_old_releases() {
    local one
    for one in "$releases"/*; do
        if [ "$one" != "$release" ] && [ "$one" != "$old" ]; then rm -rf "$one"; fi
    done
    for one in /opt/sakip/paket/*; do
        if [ "$one/.venv" != "$(readlink "$release/.venv")" ] && [ "$one/.venv" != "$(readlink "$old/.venv")" ]; then rm -rf "$one"; fi
    done
}

# --- The end ---

admin_said=
make_admin() {
    local name=${given[admin]-} any
    any=$(ask "SELECT count(*) > 0 FROM kecamatan_pengguna" sakip)
    if [ "$any" = t ]; then return 0; fi
    if [ -z "$name" ] && [ -t 0 ]; then
        read -rp "Nama pengguna admin pertama (kosongkan untuk membuatnya nanti): " name
    fi
    if [ -z "$name" ]; then
        admin_said='Buat admin pertama: sakip-kelola buat_admin siti.aminah --nama "Siti Aminah"'
        return 0
    fi
    admin_said=$(manage "$release" buat_admin "$name" --nama "${given[nama-admin]-$name}") ||
        fail "admin \"$name\" tidak dapat dibuat; sebabnya tertulis di atas. Situs sudah berjalan: ulangi dengan nama lain."
    changed+=("admin $name")
}

summary() {
    echo
    if [ ${#changed[@]} -eq 0 ]; then
        echo "✓ Tidak ada yang berubah: https://$domain/ berjalan ($(basename "$release"))."
    else
        echo "✓ https://$domain/ berjalan ($(basename "$release"))."
    fi
    [ -z "$admin_said" ] || printf '\n%s\n' "$admin_said"
    cat <<TEKS

  setelan dan rahasia   $environment (hanya root); salin SAKIP_SECRET_KEY ke amplop tertutup
  data                  basis data PostgreSQL "sakip", $data
  cadangan              $backups, pukul 01.30 dan 12.30; salin ke mesin lain
  perintah              sakip-kelola PERINTAH, misalnya sakip-kelola periksa_data
  catatan               journalctl -u sakip-web -u sakip-pekerja
TEKS
    if [ "$tls" = sendiri ]; then
        cat <<TEKS

  Sertifikatnya ditandatangani sendiri: peramban memperingatkan. Gantilah, dengan sertifikat kabupaten:
    script/pasang --sertifikat BERKAS --kunci BERKAS
  atau, bila situs ini terbuka dari internet, dengan Let's Encrypt:
    apt-get install certbot && certbot certonly --webroot -w /var/www/sakip -d $domain --deploy-hook "systemctl reload nginx"
    script/pasang --sertifikat /etc/letsencrypt/live/$domain/fullchain.pem --kunci /etc/letsencrypt/live/$domain/privkey.pem
TEKS
    fi
    grep -q '^SAKIP_EMAIL=' "$environment" || echo "
  Surel belum dikirim: isi SAKIP_EMAIL dan SAKIP_EMAIL_FROM dalam $environment, lalu systemctl restart sakip-web sakip-pekerja."
    if [ -n "$(find "$backups" -maxdepth 1 -name 'sakip-*' | head -n 1)" ]; then return 0; fi
    echo "  Buat cadangan pertama sekarang: systemctl start sakip-cadangan"
}
