package main

import (
	"context"
	"encoding/json"
	"flag"
	"net/http/httptest"
	"os"
	"os/exec"
	"path/filepath"
	"strings"
	"testing"
	"time"

	"github.com/chromedp/cdproto/accessibility"
	"github.com/chromedp/cdproto/cdp"
	"github.com/chromedp/cdproto/emulation"
	cdplog "github.com/chromedp/cdproto/log"
	"github.com/chromedp/cdproto/runtime"
	"github.com/chromedp/chromedp"
	"github.com/chromedp/chromedp/kb"
)

var shots = flag.String("shots", "", "write screenshots into `folder`")

// newBrowser returns a headless Chromium on the page, and what went wrong in it
// so far: errors of the script, and what the Content-Security-Policy blocked.
func newBrowser(t *testing.T) (ctx context.Context, url string, complaints func() []string) {
	t.Helper()
	path := ""
	for _, name := range []string{"chromium", "chromium-browser", "google-chrome"} {
		if p, err := exec.LookPath(name); err == nil {
			path = p
			break
		}
	}
	if path == "" {
		t.Skip("no Chromium to look at the page with: apt-get install chromium")
	}
	server := httptest.NewServer(newHandler())
	t.Cleanup(server.Close)
	ctx, cancel := chromedp.NewExecAllocator(t.Context(), append(chromedp.DefaultExecAllocatorOptions[:], chromedp.ExecPath(path), chromedp.NoSandbox)...)
	t.Cleanup(cancel)
	ctx, cancel = chromedp.NewContext(ctx)
	t.Cleanup(cancel)
	said := make(chan string, 100)
	err := chromedp.Listen(ctx, func(event any) {
		switch e := event.(type) {
		case *runtime.EventExceptionThrown:
			said <- e.ExceptionDetails.Text
		case *cdplog.EventEntryAdded:
			said <- e.Entry.Text + " " + e.Entry.URL
		}
	})
	if err != nil {
		t.Fatal(err)
	}
	ctx, cancel = context.WithTimeout(ctx, 5*time.Minute)
	t.Cleanup(cancel)
	complaints = func() (all []string) {
		for len(said) > 0 {
			all = append(all, <-said)
		}
		return all
	}
	return ctx, server.URL, complaints
}

// do runs actions in a browser.
func do(t *testing.T, ctx context.Context, actions ...chromedp.Action[chromedp.Void]) {
	t.Helper()
	if err := chromedp.Do(ctx, actions...); err != nil {
		t.Fatal(err)
	}
}

// get runs an action in a browser and returns its value.
func get[T any](t *testing.T, ctx context.Context, action chromedp.Action[T]) T {
	t.Helper()
	value, err := chromedp.Run(ctx, action)
	if err != nil {
		t.Fatal(err)
	}
	return value
}

// call sends a command of the protocol to a browser.
func call[P, R any](t *testing.T, ctx context.Context, command cdp.Command[P, R], params P) R {
	t.Helper()
	result, err := chromedp.Call(ctx, command, params)
	if err != nil {
		t.Fatal(err)
	}
	return result
}

// TestBrowser reads a report in each language and size, by mouse and by drop.
func TestBrowser(t *testing.T) {
	ctx, url, complaints := newBrowser(t)
	reports := map[string]string{
		"blocked": testFile(t, "exchange/online-new-remote.eml"),
		"unknown": testFile(t, "exchange/online-new-not-found.eml"),
		"letter":  testFile(t, "quiet/forwarded-bounce-inline.eml"),
		"dmarc":   testFile(t, "exchange/online-dmarc-html.eml"),
		"several": testFile(t, "exchange/2010-several.eml"),
		"delay":   testFile(t, "dsn/exim-delay.eml"),
		"away":    testFile(t, "quiet/vacation-swedish.eml"),
		"log":     logLines,
		"mailbox": testMailbox(t),
	}
	screens := []struct {
		name          string
		width, height int64
		scheme        string
	}{{"desktop", 1280, 900, "light"}, {"telephone", 390, 844, "light"}, {"dark", 1280, 900, "dark"}}
	for _, screen := range screens {
		do(t, ctx, chromedp.EmulateViewport(screen.width, screen.height))
		call(t, ctx, emulation.SetEmulatedMedia, emulation.SetEmulatedMediaParams{
			Features: []*emulation.MediaFeature{{Name: "prefers-color-scheme", Value: screen.scheme}},
		})
		for _, lang := range []string{"en", "it", "sv"} {
			do(t, ctx, chromedp.Navigate(url+"/?lang="+lang))
			look(t, ctx, screen.name+"-"+lang+"-start")
			for name, report := range reports {
				if lang != "en" && name != "unknown" || screen.name == "dark" && name != "unknown" && name != "mailbox" {
					continue
				}
				do(t, ctx, chromedp.Navigate(url+"/?lang="+lang), drop(report), chromedp.WaitVisible("#answer"))
				look(t, ctx, screen.name+"-"+lang+"-"+name)
			}
		}
	}
	if said := complaints(); len(said) > 0 {
		t.Errorf("the browser complains: %q", said)
	}
}

// drop drops a file onto the page.
func drop(content string) chromedp.Action[chromedp.Void] {
	literal, err := json.Marshal(content)
	if err != nil {
		panic(err) // a string always can be marshalled
	}
	return chromedp.Evaluate[chromedp.Void](`
		const transfer = new DataTransfer();
		transfer.items.add(new File([` + string(literal) + `], "dropped"));
		document.body.dispatchEvent(new DragEvent("drop", { dataTransfer: transfer, bubbles: true, cancelable: true }));`)
}

// look checks that a page fits the screen, and that everything which one can
// use has a name to read out.
func look(t *testing.T, ctx context.Context, name string) {
	t.Helper()
	tooWide := get(t, ctx, chromedp.Evaluate[bool](`document.documentElement.scrollWidth > document.documentElement.clientWidth`))
	nodes := call(t, ctx, accessibility.GetFullAXTree, accessibility.GetFullAXTreeParams{}).Nodes
	if tooWide {
		t.Errorf("%s: wider than the screen", name)
	}
	for _, n := range nodes {
		if n.Ignored || n.Role == nil {
			continue
		}
		switch role := strings.Trim(string(n.Role.Value), `"`); role {
		case "button", "link", "textbox", "img", "navigation", "region", "heading", "RootWebArea":
			if n.Name == nil || len(n.Name.Value) <= len(`""`) {
				t.Errorf("%s: a %s without a name", name, role)
			}
		}
	}
	if *shots != "" {
		png := get(t, ctx, chromedp.FullScreenshot(100))
		if err := os.WriteFile(filepath.Join(*shots, name+".png"), png, 0o600); err != nil {
			t.Fatal(err)
		}
	}
}

// TestKeyboard pastes and sends with the keyboard alone, and ends at the
// answer.
func TestKeyboard(t *testing.T) {
	ctx, url, complaints := newBrowser(t)
	do(t, ctx,
		chromedp.Navigate(url+"/?lang=en"),
		chromedp.Focus("#text"),
		chromedp.KeyEvent("550 5.1.1 <alice@example.com>: User unknown"),
		chromedp.KeyEvent(kb.Tab),
		chromedp.KeyEvent(kb.Tab),
		chromedp.KeyEvent(kb.Enter),
		chromedp.WaitVisible("#answer"),
	)
	focus := get(t, ctx, chromedp.Evaluate[string](`document.activeElement.id`))
	first := get(t, ctx, chromedp.Text("#first"))
	if focus != "answer" || first != "The sender must act" {
		t.Errorf("the focus is on %q, and the answer is %q", focus, first)
	}
	if said := complaints(); len(said) > 0 {
		t.Errorf("the browser complains: %q", said)
	}
}

// TestWithoutScript sends the form where no script may run.
func TestWithoutScript(t *testing.T) {
	ctx, url, _ := newBrowser(t)
	call(t, ctx, emulation.SetScriptExecutionDisabled, emulation.SetScriptExecutionDisabledParams{Value: true})
	do(t, ctx,
		chromedp.Navigate(url+"/?lang=sv"),
		chromedp.SendKeys("#text", "550 5.1.1 <alice@example.com>: User unknown"),
		chromedp.Click(".submit"),
		chromedp.WaitVisible("#answer"),
	)
	first := get(t, ctx, chromedp.Text("#first"))
	do(t, ctx, chromedp.Click(`nav [lang="it"]`), chromedp.WaitVisible(`html[lang="it"] #answer`))
	if first != "Avsändaren måste agera" {
		t.Errorf("the answer is %q", first)
	}
}
