/** The service as tests use it: a small city, a clock to turn, events to send, a stream to read. */
package haicap.reporting.testing;
