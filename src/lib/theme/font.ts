// Where the typeface's file stands, for what must carry it: an image, a file to take away.
export { default as FONT_URL } from '@fontsource-variable/radio-canada/files/radio-canada-latin-wght-normal.woff2?url';
