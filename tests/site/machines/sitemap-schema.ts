/** The rules of sitemaps, in XML Schema, and a check of texts against them by libxml2. */
import {
  XmlBufferInputProvider,
  XmlDocument,
  XmlLibError,
  XsdValidator,
  xmlRegisterInputProvider,
} from "libxml2-wasm";

/** https://www.sitemaps.org/protocol.html: lengths of addresses, dates by W3C's note, one element after the other. */
const sitemapTypes = `
  <xs:simpleType name="address">
    <xs:restriction base="xs:anyURI">
      <xs:minLength value="12"/>
      <xs:maxLength value="2047"/>
      <xs:pattern value="https?://[!-~]+"/>
    </xs:restriction>
  </xs:simpleType>
  <xs:simpleType name="w3cDate">
    <xs:union memberTypes="xs:date zonedDateTime"/>
  </xs:simpleType>
  <xs:simpleType name="zonedDateTime">
    <xs:restriction base="xs:dateTime">
      <xs:pattern value=".*(Z|[+\\-]\\d\\d:\\d\\d)"/>
    </xs:restriction>
  </xs:simpleType>`;

const sitemapSchema = `<?xml version="1.0" encoding="UTF-8"?>
<xs:schema xmlns:xs="http://www.w3.org/2001/XMLSchema" xmlns="http://www.sitemaps.org/schemas/sitemap/0.9"
  targetNamespace="http://www.sitemaps.org/schemas/sitemap/0.9" elementFormDefault="qualified">
  ${sitemapTypes}
  <xs:element name="urlset">
    <xs:complexType><xs:sequence>
      <xs:element name="url" minOccurs="0" maxOccurs="50000">
        <xs:complexType><xs:sequence>
          <xs:element name="loc" type="address"/>
          <xs:element name="lastmod" type="w3cDate" minOccurs="0"/>
          <xs:any namespace="##other" processContents="strict" minOccurs="0"/>
        </xs:sequence></xs:complexType>
      </xs:element>
    </xs:sequence></xs:complexType>
  </xs:element>
  <xs:element name="sitemapindex">
    <xs:complexType><xs:sequence>
      <xs:element name="sitemap" maxOccurs="50000">
        <xs:complexType><xs:sequence>
          <xs:element name="loc" type="address"/>
          <xs:element name="lastmod" type="w3cDate" minOccurs="0"/>
        </xs:sequence></xs:complexType>
      </xs:element>
    </xs:sequence></xs:complexType>
  </xs:element>
</xs:schema>`;

/** https://developers.google.com/search/docs/crawling-indexing/sitemaps/news-sitemap */
const newsSchema = `<?xml version="1.0" encoding="UTF-8"?>
<xs:schema xmlns:xs="http://www.w3.org/2001/XMLSchema" xmlns="http://www.google.com/schemas/sitemap-news/0.9"
  targetNamespace="http://www.google.com/schemas/sitemap-news/0.9" elementFormDefault="qualified">
  <xs:simpleType name="text">
    <xs:restriction base="xs:string"><xs:minLength value="1"/></xs:restriction>
  </xs:simpleType>
  <xs:element name="news">
    <xs:complexType><xs:all>
      <xs:element name="publication">
        <xs:complexType><xs:all>
          <xs:element name="name" type="text"/>
          <xs:element name="language">
            <xs:simpleType><xs:restriction base="xs:string">
              <xs:pattern value="zh-cn|zh-tw|[a-z]{2,3}"/>
            </xs:restriction></xs:simpleType>
          </xs:element>
        </xs:all></xs:complexType>
      </xs:element>
      <xs:element name="publication_date">
        <xs:simpleType><xs:union>
          <xs:simpleType><xs:restriction base="xs:date">
            <xs:pattern value="\\d{4}-\\d\\d-\\d\\d"/>
          </xs:restriction></xs:simpleType>
          <xs:simpleType><xs:restriction base="xs:dateTime">
            <xs:pattern value=".*(Z|[+\\-]\\d\\d:\\d\\d)"/>
          </xs:restriction></xs:simpleType>
        </xs:union></xs:simpleType>
      </xs:element>
      <xs:element name="title" type="text"/>
    </xs:all></xs:complexType>
  </xs:element>
</xs:schema>`;

xmlRegisterInputProvider(new XmlBufferInputProvider({ "news.xsd": Buffer.from(newsSchema) }));
const validator = XsdValidator.fromDoc(
  XmlDocument.fromString(
    sitemapSchema.replace(
      "<xs:simpleType",
      '<xs:import namespace="http://www.google.com/schemas/sitemap-news/0.9" schemaLocation="news.xsd"/>\n<xs:simpleType',
    ),
  ),
);

/** What is wrong with a sitemap, a sitemap index or a news sitemap; empty where nothing is. */
export function sitemapFaults(text: string): string[] {
  try {
    validator.validate(XmlDocument.fromString(text));
    return [];
  } catch (error) {
    if (error instanceof XmlLibError) return error.details.map(({ message }) => message);
    throw error;
  }
}
