/*
 * The data provider. In report.html the data stand in the page. In a KNIME node view they come from the window that frames
 * the page, by the messages described below. KNIME does not document this protocol as public, so it lives in this file alone.
 *   to parent:   {type: 'UIExtensionRequest', requestId, payload: {method, params}}, {type: 'UIExtensionReady'}; params is always
 *                an array, the method's arguments
 *   from parent: {type: 'UIExtensionResponse', requestId, payload}, {type: 'UIExtensionPushEvent', payload}
 */
'use strict';

SEISM.knime = {
  timeout: 10000,

  request(method, ...params) {
    const requestId = window.crypto && crypto.randomUUID ? crypto.randomUUID() : 'seism-' + Math.random().toString(36).slice(2);
    return new Promise((resolve, reject) => {
      const timer = setTimeout(() => {
        window.removeEventListener('message', listener);
        reject(new Error('KNIME did not answer within ' + SEISM.knime.timeout / 1000 + ' seconds. Close and open the view again.'));
      }, SEISM.knime.timeout);
      function listener(event) {
        const message = event.data;
        if (event.source !== window.parent || !message || message.type !== 'UIExtensionResponse' || message.requestId !== requestId) {
          return;
        }
        clearTimeout(timer);
        window.removeEventListener('message', listener);
        resolve(message.payload);
      }
      window.addEventListener('message', listener);
      // which host frames the page is not known beforehand, and the request tells it nothing
      window.parent.postMessage({ type: 'UIExtensionRequest', requestId, payload: { method, params } }, '*');
    });
  },

  /** The report inside envelopes, each possibly as text: {result, warningMessages?, userError?, internalError?}. */
  unwrap(answer) {
    let value = answer;
    for (let depth = 0; depth < 6; depth++) {
      if (typeof value === 'string') {
        try {
          value = JSON.parse(value);
        } catch (e) {
          throw new Error('The node sent no report. Execute it again with this version of SEISM.');
        }
      }
      if (!value || typeof value !== 'object') {
        break;
      }
      if (value.state) {
        return value;
      }
      const error = value.userError || value.internalError || value.error;
      if (error) {
        throw new Error('The node could not give its data: ' + (error.message || error.typeName || 'unknown reason'));
      }
      value = value.result;
    }
    throw new Error('No data. Execute the node, then open its view again.');
  },

  async initialData() {
    const config = await SEISM.knime.request('getConfig') || {};
    window.parent.postMessage({ type: 'UIExtensionReady' }, '*');
    if (config.initialData !== undefined && config.initialData !== null) {
      return SEISM.knime.unwrap(config.initialData);
    }
    return SEISM.knime.unwrap(await SEISM.knime.request('callNodeDataService', {
      serviceType: 'initial_data', dataServiceRequest: '', extensionType: config.extensionType, nodeId: config.nodeId,
      projectId: config.projectId, workflowId: config.workflowId,
    }));
  },
};

/** The report's data, from wherever they are. */
SEISM.provide = async function () {
  const embedded = document.getElementById('seism-data').textContent;
  if (embedded.trim()) {
    return JSON.parse(await SEISM.inflated(SEISM.bytes(embedded)).text());
  }
  if (window.parent !== window) {
    return SEISM.knime.initialData();
  }
  throw new Error('This page shows the results of a SEISM node inside KNIME. On its own it has no data.');
};
