// Command mongowire is the MongoDB-wire server of Cauce's tests: FerretDB over SQLite, in a folder
// of its own that it removes when it ends. It serves on a free port of the loopback, prints its URI
// as its first line, and lives as long as its standard input: when whoever started it dies, however
// it dies, the input closes and nothing is left behind.
package main

import (
	"context"
	"fmt"
	"io"
	"os"
	"os/signal"
	"syscall"
	"time"

	"github.com/FerretDB/FerretDB/ferretdb"
)

// How long clients are waited for once the end was asked for.
const patience = 500 * time.Millisecond

func main() {
	if err := serve(); err != nil {
		fmt.Fprintln(os.Stderr, "mongowire:", err)
		os.Exit(1)
	}
}

func serve() error {
	dir, err := os.MkdirTemp("", "cauce-mongowire-")
	if err != nil {
		return err
	}
	defer os.RemoveAll(dir)

	ctx, stop := signal.NotifyContext(context.Background(), os.Interrupt, syscall.SIGTERM)
	defer stop()
	go func() {
		_, _ = io.Copy(io.Discard, os.Stdin)
		stop()
	}()
	go func() {
		// Run waits for its clients to leave; some never do.
		<-ctx.Done()
		time.Sleep(patience)
		os.RemoveAll(dir)
		os.Exit(0)
	}()

	server, err := ferretdb.New(&ferretdb.Config{
		Listener: ferretdb.ListenerConfig{TCP: "127.0.0.1:0"},
		Handler:  "sqlite",
		// Tests kill the service, never this server, so no write of its own has to wait for the disk.
		SQLiteURL: "file:" + dir + "/?_pragma=synchronous(off)",
	})
	if err != nil {
		return err
	}
	fmt.Println(server.MongoDBURI())
	if err := server.Run(ctx); err != nil && ctx.Err() == nil {
		return err
	}
	return nil
}
