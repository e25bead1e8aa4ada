import { cleanup } from "@solidjs/testing-library";
import { afterEach } from "vitest";

// Without Vitest's globals the testing library does not clean up by itself.
afterEach(cleanup);
