import { NAMESPACE, OPERATIONS, TYPES } from './description';
import { listTypeName, type ElementDescription, type Sequence } from './elements';

/** WSDL 1.1 of what is served, with a SOAP 1.1 and a SOAP 1.2 binding (document/literal) to `address`. */
export function renderWsdl(address: string): string {
  const lists = new Set(
    Object.values(TYPES).flatMap((type) => type.flatMap((one) => (one.kind === 'list' ? [one.item] : []))),
  );
  const choices = new Map(
    [...Object.values(TYPES), ...OPERATIONS.map((operation) => operation.input)].flatMap((sequence) =>
      sequence.flatMap((one) => (one.kind === 'choice' ? [[one.type, one.values] as const] : [])),
    ),
  );
  return [
    '<?xml version="1.0" encoding="utf-8"?>',
    `<wsdl:definitions xmlns:wsdl="http://schemas.xmlsoap.org/wsdl/" xmlns:soap="http://schemas.xmlsoap.org/wsdl/soap/" xmlns:soap12="http://schemas.xmlsoap.org/wsdl/soap12/" xmlns:s="http://www.w3.org/2001/XMLSchema" xmlns:tns="${NAMESPACE}" targetNamespace="${NAMESPACE}">`,
    '<wsdl:types>',
    `<s:schema elementFormDefault="qualified" targetNamespace="${NAMESPACE}">`,
    ...OPERATIONS.flatMap(({ name, input, result }) => [
      callElement(name, sequenceOf(input)),
      callElement(
        `${name}Response`,
        result === null ? '' : `<s:sequence>${occurs(`${name}Result`, `tns:${result}`, 0)}</s:sequence>`,
      ),
    ]),
    ...Object.entries(TYPES).map(([name, type]) => `<s:complexType name="${name}">${sequenceOf(type)}</s:complexType>`),
    ...[...lists].map(
      (item) =>
        `<s:complexType name="${listTypeName(item)}"><s:sequence><s:element minOccurs="0" maxOccurs="unbounded" name="${item}" nillable="true" type="tns:${item}"/></s:sequence></s:complexType>`,
    ),
    ...[...choices].map(
      ([name, values]) =>
        `<s:simpleType name="${name}"><s:restriction base="s:string">${values.map((value) => `<s:enumeration value="${value}"/>`).join('')}</s:restriction></s:simpleType>`,
    ),
    '</s:schema>',
    '</wsdl:types>',
    ...OPERATIONS.flatMap(({ name }) => [message(`${name}SoapIn`, name), message(`${name}SoapOut`, `${name}Response`)]),
    '<wsdl:portType name="soapAppSoap">',
    ...OPERATIONS.map(
      ({ name }) =>
        `<wsdl:operation name="${name}"><wsdl:input message="tns:${name}SoapIn"/><wsdl:output message="tns:${name}SoapOut"/></wsdl:operation>`,
    ),
    '</wsdl:portType>',
    binding('soapAppSoap', 'soap'),
    binding('soapAppSoap12', 'soap12'),
    '<wsdl:service name="soapApp">',
    `<wsdl:port name="soapAppSoap" binding="tns:soapAppSoap"><soap:address location="${address}"/></wsdl:port>`,
    `<wsdl:port name="soapAppSoap12" binding="tns:soapAppSoap12"><soap12:address location="${address}"/></wsdl:port>`,
    '</wsdl:service>',
    '</wsdl:definitions>',
  ].join('\n');
}

const callElement = (name: string, content: string): string =>
  `<s:element name="${name}"><s:complexType>${content}</s:complexType></s:element>`;

const sequenceOf = (elements: Sequence): string => `<s:sequence>${elements.map(elementOf).join('')}</s:sequence>`;

function elementOf(element: ElementDescription): string {
  switch (element.kind) {
    case 'scalar':
      return occurs(element.name, `s:${element.type}`, element.alwaysThere ? 1 : 0);
    case 'untyped':
      return `<s:element minOccurs="0" maxOccurs="1" name="${element.name}"/>`;
    case 'choice':
      return occurs(element.name, `tns:${element.type}`, 1);
    case 'part':
      return occurs(element.name, `tns:${element.type}`, 0);
    case 'list':
      return occurs(element.name, `tns:${listTypeName(element.item)}`, 0);
  }
}

const occurs = (name: string, type: string, minimum: 0 | 1): string =>
  `<s:element minOccurs="${minimum}" maxOccurs="1" name="${name}" type="${type}"/>`;

const message = (name: string, element: string): string =>
  `<wsdl:message name="${name}"><wsdl:part name="parameters" element="tns:${element}"/></wsdl:message>`;

function binding(name: string, soap: 'soap' | 'soap12'): string {
  const operations = OPERATIONS.map(
    (operation) =>
      `<wsdl:operation name="${operation.name}"><${soap}:operation soapAction="${NAMESPACE}/${operation.name}" style="document"/>` +
      `<wsdl:input><${soap}:body use="literal"/></wsdl:input><wsdl:output><${soap}:body use="literal"/></wsdl:output></wsdl:operation>`,
  );
  return `<wsdl:binding name="${name}" type="tns:soapAppSoap"><${soap}:binding transport="http://schemas.xmlsoap.org/soap/http"/>${operations.join('')}</wsdl:binding>`;
}
