import { pagesOf } from "../../src/build/page-data.ts";

export default pagesOf("corrections");
