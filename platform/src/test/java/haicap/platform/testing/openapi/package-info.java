/** Writes each service's OpenAPI document down from its controllers and keeps the file equal. */
@org.jspecify.annotations.NullMarked
package haicap.platform.testing.openapi;
