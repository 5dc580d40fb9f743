/** Real servers and shared rules for the tests of every service. */
package haicap.platform.testing;
