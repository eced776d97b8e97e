package main

import (
	"crypto/tls"
	"crypto/x509"
	"encoding/pem"
	"fmt"
	"io/fs"
	"net"
	"os"
	"os/exec"
	"os/user"
	"path/filepath"
	"strconv"
	"testing"

	"github.com/emersion/go-imap/v2/imapclient"
)

// dovecotConf has one user, whatever his name, and encrypted connections alone.
const dovecotConf = `
base_dir = %[1]s/run
log_path = %[1]s/log
protocols = imap
listen = 127.0.0.1
ssl = required
ssl_cert = <%[1]s/cert.pem
ssl_key = <%[1]s/key.pem
mail_location = maildir:%[1]s/mail
passdb {
  driver = static
  args = password=secret
}
userdb {
  driver = static
  args = uid=mail gid=mail home=%[1]s/mail
}
first_valid_uid = 1
namespace inbox {
  inbox = yes
  prefix = INBOX.
  separator = .
}
service imap-login {
  inet_listener imap {
    port = 0
  }
  inet_listener imaps {
    port = %[2]d
  }
}
`

// startDovecot runs a Dovecot with a configuration and mail of its own, and
// returns its address and who trusts it.
func startDovecot(t *testing.T) (addr string, trust *tls.Config) {
	t.Helper()
	dovecot, err := exec.LookPath("dovecot")
	if err != nil || os.Getuid() != 0 {
		t.Skip("needs Dovecot (apt-get install dovecot-imapd), and root to start it")
	}
	dir, err := os.MkdirTemp("", "dovecot") // the users of Dovecot may not enter t.TempDir
	if err != nil {
		t.Fatal(err)
	}
	t.Cleanup(func() { os.RemoveAll(dir) })
	cert, trust := certificate(t)
	key, err := x509.MarshalPKCS8PrivateKey(cert.PrivateKey)
	if err != nil {
		t.Fatal(err)
	}
	port := freePort(t)
	write := func(name string, data []byte, mode fs.FileMode) {
		if err := os.WriteFile(filepath.Join(dir, name), data, mode); err != nil {
			t.Fatal(err)
		}
	}
	write("cert.pem", pem.EncodeToMemory(&pem.Block{Type: "CERTIFICATE", Bytes: cert.Certificate[0]}), 0o644)
	write("key.pem", pem.EncodeToMemory(&pem.Block{Type: "PRIVATE KEY", Bytes: key}), 0o600)
	write("dovecot.conf", fmt.Appendf(nil, dovecotConf, dir, port), 0o644)
	makeMailFolder(t, dir)
	output, err := os.Create(filepath.Join(dir, "output")) // a pipe would stay open as long as Dovecot runs
	if err != nil {
		t.Fatal(err)
	}
	t.Cleanup(func() { output.Close() })
	command := func(args ...string) error {
		c := exec.Command(args[0], args[1:]...)
		c.Stdout, c.Stderr = output, output
		if err := c.Run(); err != nil {
			said, _ := os.ReadFile(output.Name())
			return fmt.Errorf("%v: %w\n%s", args, err, said)
		}
		return nil
	}
	conf := filepath.Join(dir, "dovecot.conf")
	if err := command(dovecot, "-c", conf); err != nil { // returns when Dovecot listens
		t.Fatal(err)
	}
	t.Cleanup(func() {
		if t.Failed() {
			log, err := os.ReadFile(filepath.Join(dir, "log"))
			t.Logf("%s%v", log, err)
		}
		if err := command("doveadm", "-c", conf, "stop"); err != nil {
			t.Error(err)
		}
	})
	return fmt.Sprintf("127.0.0.1:%d", port), trust
}

// makeMailFolder makes a folder in dir that belongs to Debian's user mail.
func makeMailFolder(t *testing.T, dir string) {
	t.Helper()
	mail, err := user.Lookup("mail")
	if err != nil {
		t.Fatal(err)
	}
	uid, errUID := strconv.Atoi(mail.Uid)
	gid, errGID := strconv.Atoi(mail.Gid)
	folder := filepath.Join(dir, "mail")
	for _, err := range []error{errUID, errGID, os.Chmod(dir, 0o755), os.Mkdir(folder, 0o700), os.Chown(folder, uid, gid)} {
		if err != nil {
			t.Fatal(err)
		}
	}
}

func freePort(t *testing.T) int {
	t.Helper()
	listener, err := net.Listen("tcp", "127.0.0.1:0")
	if err != nil {
		t.Fatal(err)
	}
	defer listener.Close()
	return listener.Addr().(*net.TCPAddr).Port
}

// TestDovecot files the mail of a real server, whose folders have a prefix:
// what is there, what comes during IDLE, and what came while nobody watched.
func TestDovecot(t *testing.T) {
	addr, trust := startDovecot(t)
	client, err := imapclient.DialTLS(addr, &imapclient.Options{TLSConfig: trust})
	if err != nil {
		t.Fatal(err)
	}
	defer client.Close()
	if err := client.Login("desk", "secret").Wait(); err != nil {
		t.Fatal(err)
	}
	arrive := func(names ...string) {
		for _, name := range names {
			text := message(t, name)
			command := client.Append("INBOX", int64(len(text)), nil)
			if _, err := command.Write(text); err != nil {
				t.Fatal(err)
			}
			if err := command.Close(); err != nil {
				t.Fatal(err)
			}
			if _, err := command.Wait(); err != nil {
				t.Fatal(err)
			}
		}
	}
	w := newWatch(t, addr, trust)
	arrive(names[:2]...)
	w.start(t)
	w.expect(t, filedIn[:2]...)
	arrive(names[2:4]...)
	w.expect(t, filedIn[2:4]...)
	if err := w.stop(); err != nil {
		t.Fatal(err)
	}
	arrive(names[4:]...)
	w.start(t)
	w.expect(t, filedIn[4:]...)
	for name, want := range map[string]uint32{"INBOX": 0, "INBOX." + reports: 2, "INBOX." + letters: 2} {
		mailbox, err := client.Select(name, nil).Wait()
		if err != nil || mailbox.NumMessages != want {
			t.Errorf("%s: got %+v, %v, want %d messages", name, mailbox, err, want)
		}
	}
}
